r"""only integer tensors of a single element: a list takes one whole number.

A list, a tuple, `range` and others of Python's own take one whole number. Usual causes:
a Python list is indexed with a tensor of several indices, which only a tensor or an
array allows, such as `randperm` on file names or the predictions of a batch on names of
classes; a float tensor, such as the result of a division, as a count.

Raises:
    TypeError: `names[index]` only integer tensors of a single element can be converted
        to an index
    TypeError: `range(torch.tensor(4) / 2)` only integer tensors of a single element can
        be converted to an index

Asked as:
    index a Python list with a tensor; shuffle a list with torch.randperm; choose
    several list elements by a tensor; list indexed with argmax of a batch; range of a
    float tensor; class_names[preds] with several preds
"""

import torch

names = ["cat", "dog", "bird"]
index = torch.tensor([2, 0])
try:
    names[index]
except TypeError as error:
    print(error)
    #> only integer tensors of a single element can be converted to an index

# A list: one after another.
print([names[i] for i in index.tolist()])  # <-
#> ['bird', 'cat']

# One element is enough: argmax of one row.
print(names[torch.tensor([0.1, 0.7, 0.2]).argmax()])
#> dog

# Numbers: a tensor takes several indices at once.
print(torch.tensor([10, 20, 30])[index])
#> tensor([30, 10])

# A float as a count: divide whole numbers.
print(list(range(torch.tensor(4) // 2)))
#> [0, 1]

# A mask over a list.
mask = torch.tensor([True, False, True])
print([name for name, keep in zip(names, mask, strict=True) if keep])
#> ['cat', 'bird']
