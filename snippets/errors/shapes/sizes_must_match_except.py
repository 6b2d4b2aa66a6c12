r"""Sizes of tensors must match except in dimension: cat along the wrong one.

`cat` lets sizes differ in the dimension that it joins along, and there only; it leaves
out an empty tensor of shape (0,). Usual causes: `dim` left out, which is 0, where
columns or channels are meant; feature maps of a U-Net that differ by a pixel after an
odd size was halved; batches whose rows have another length. "Tensors must have same
number of dimensions" is the message where one of them lacks a dimension.

Raises:
    RuntimeError: `torch.cat([a, b])` Sizes of tensors must match except in dimension 0.
        Expected size 3 but got size 1 for tensor number 1 in the list.
    RuntimeError: `torch.cat([a, torch.zeros(2)], dim=1)` Tensors must have same number
        of dimensions: got 2 and 1

Also worded:
    RuntimeError: Sizes of tensors must match except in dimension 1. Expected size 28
      but got size 27 for tensor number 1 in the list.
    RuntimeError: Sizes of tensors must match except in dimension 1. Got 28 and 27 in
      dimension 2 (The offending index is 1)
    RuntimeError: Sizes of tensors must match except in dimension 1. Expected 2 in
      dimension 0 but got 3 for tensor number 1 in the list
    RuntimeError: invalid argument 0: Sizes of tensors must match except in dimension 1.
      Got 28 and 27 in dimension 2
    RuntimeError: zero-dimensional tensor (at position 1) cannot be concatenated

Asked as:
    concatenating two tensors fails; U-Net skip connection, sizes do not match in cat;
    The offending index is 1; concatenate image features and table features; append a
    column, shapes differ; hstack or vstack of unequal sizes
"""

import torch
import torch.nn.functional as F

a, b = torch.zeros(2, 3), torch.ones(2, 1)
try:
    torch.cat([a, b])
except RuntimeError as error:
    print(str(error).split(". ")[1])
    #> Expected size 3 but got size 1 for tensor number 1 in the list.

# A column beside the others: join along dimension 1.
print(torch.cat([a, b], dim=1).shape)  # <-
#> torch.Size([2, 4])

# A dimension is missing: add it.
print(torch.cat([a, torch.zeros(2)[:, None]], dim=1).shape)
#> torch.Size([2, 4])
print(torch.cat([a, torch.zeros(3)[None]]).shape)
#> torch.Size([3, 3])

# Feature maps of unequal size: resize the coarse one before the channels are joined.
skip, up = torch.zeros(1, 4, 7, 7), torch.zeros(1, 8, 6, 6)
print(torch.cat([skip, F.interpolate(up, size=skip.shape[2:])], dim=1).shape)
#> torch.Size([1, 12, 7, 7])

# Numbers: `stack` makes a vector of them.
print(torch.stack([torch.tensor(0.5), torch.tensor(0.25)]))
#> tensor([0.5000, 0.2500])
