"""Fold: patches back into an image, overlaps are summed.

The inverse of Unfold when windows neither overlap nor leave pixels out. Divide by the
fold of ones for the mean of overlapping patches.

Attributes: Shapes
    x: (1, 1, 3, 3) float32
    columns: (1, 4, 4) float32
    summed: (1, 1, 3, 3) float32

Raises:
    RuntimeError: `nn.Fold(output_size=(4, 4), kernel_size=2)(columns)` expected size of
        input's dimension 2 to match the calculated number of sliding blocks

Asked as:
    col2im; average or merge overlapping patches; reassemble a photo from its blocks;
    inverse of nn.Unfold; overlap-add; F.fold; put tiles back together, stitch
    predictions; sklearn reconstruct_from_patches_2d; values too large after unfold and
    fold; reconstruct the picture from patches; recombine sliding window outputs into
    the whole image; sum overlapping windows; rebuild an image from patches; reverse of
    F.unfold; glue tile predictions together
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.arange(9.0).reshape(1, 1, 3, 3)
unfold = nn.Unfold(kernel_size=2)
fold = nn.Fold(output_size=(3, 3), kernel_size=2)  # <-
columns = unfold(x)

summed = fold(columns)
print(summed)
#> tensor([[[[ 0.,  2.,  2.],
#>           [ 6., 16., 10.],
#>           [ 6., 14.,  8.]]]])
count = fold(unfold(torch.ones_like(x)))
print(count)
#> tensor([[[[1., 2., 1.],
#>           [2., 4., 2.],
#>           [1., 2., 1.]]]])
print((summed / count).equal(x))
#> True

print(F.fold(F.unfold(x, 2), output_size=(3, 3), kernel_size=2).equal(summed))
#> True
