r"""batch must contain tensors, numpy arrays, numbers: a sample has another type.

After `found` stands the type of a sample, or of a part of it. Usual causes: a
`PIL.Image.Image`, where no transform makes a tensor of the picture; `NoneType`, where
`__getitem__` has no `return` or returns None for a file that it cannot read; an object
of one's own; a numpy array of strings or objects, whose dtype is shown. What is taken:
[`default_collate`](../data/loader.md#default_collate).

Raises:
    TypeError: `next(iter(DataLoader([picture])))`
        default_collate: batch must contain tensors, numpy arrays, numbers, dicts or
        lists; found <class 'PIL.Image.Image'>
    TypeError: `default_collate([None])`
        dicts or lists; found <class 'NoneType'>

Also worded:
    TypeError: default_collate: batch must contain tensors, numpy arrays, numbers, dicts
      or lists; found object
    TypeError: default_collate: batch must contain tensors, numpy arrays, numbers, dicts
      or lists; found <class 'PIL.JpegImagePlugin.JpegImageFile'>
    TypeError: batch must contain tensors, numbers, dicts or lists; found <class
      'PIL.Image.Image'>
    TypeError: batch must contain tensors, numbers, dicts or lists; found <class
      'NoneType'>

Asked as:
    DataLoader cannot batch PIL images; found class NoneType in the DataLoader; dataset
    returns None for broken files; __getitem__ without return statement; MNIST without
    transform in a DataLoader fails; pandas Timestamp in a batch
"""

import torch
from PIL import Image
from torch.utils.data import DataLoader, default_collate
from torchvision.transforms import v2

picture = Image.new("RGB", (4, 4))
try:
    next(iter(DataLoader([picture])))
except TypeError as error:
    print(*str(error).replace(";", ":").split(": "), sep="\n")
    #> default_collate
    #> batch must contain tensors, numpy arrays, numbers, dicts or lists
    #> found <class 'PIL.Image.Image'>

# A picture: end the dataset's transform with a tensor.
to_tensor = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])  # <-
batch = default_collate([to_tensor(picture)])  # (1, 3, 4, 4)


# None for a broken file: leave these samples out; one of the batch has to remain.
def skip_none(samples):
    return default_collate([sample for sample in samples if sample is not None])


loader = DataLoader([1.0, None, 3.0, 4.0], batch_size=2, collate_fn=skip_none)
print([batch.tolist() for batch in loader])
#> [[1.0], [3.0, 4.0]]

# Your own type: keep the samples in a list.
print(len(next(iter(DataLoader([picture] * 3, batch_size=3, collate_fn=list)))))
#> 3
