r"""too many dimensions 'str': a tensor of strings.

There are no tensors of text. Usual causes: labels as words; numbers read from a file as
strings and not converted; a batch of sentences or of file names. Words become numbers
by a dictionary, numbers by `float`. For one string, or a string after a number, the
message is "new(): invalid data type 'str'"; for None or a dict "Could not infer dtype".

Raises:
    ValueError: `torch.tensor(["cat", "dog"])`
        too many dimensions 'str'
    TypeError: `torch.tensor("cat")`
        new(): invalid data type 'str'
    RuntimeError: `torch.tensor([1, None])`
        Could not infer dtype of NoneType

Also worded:
    TypeError: new(): data must be a sequence (got NoneType)
    TypeError: new(): data must be a sequence (got float)
    TypeError: 'str' object cannot be interpreted as an integer
    RuntimeError: Could not infer dtype of dict
    RuntimeError: Could not infer dtype of map
    RuntimeError: Could not infer dtype of PngImageFile
    RuntimeError: Could not infer dtype of JpegImageFile

Asked as:
    labels are words; dictionary to tensor; convert string numbers to a tensor; list of
    file names in a batch; categories as text to indices; could not infer dtype
"""

import torch

labels = ["cat", "dog", "cat"]
try:
    torch.tensor(labels)
except ValueError as error:
    print(error)
    #> too many dimensions 'str'

# Names of classes: number them, and keep the list.
classes = sorted(set(labels))
index = {name: number for number, name in enumerate(classes)}
print(torch.tensor([index[name] for name in labels]), classes)  # <-
#> tensor([0, 1, 0]) ['cat', 'dog']

# Numbers that were read as text.
print(torch.tensor([float(text) for text in ["1.5", "2"]]))
#> tensor([1.5000, 2.0000])

# A missing number: nan.
values = [1.0, None]
print(torch.tensor([float("nan") if v is None else v for v in values]))
#> tensor([1., nan])

# Text itself, letter by letter.
print(torch.tensor(list(b"cat")))
#> tensor([ 99,  97, 116])
