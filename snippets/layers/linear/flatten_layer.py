"""Flatten: an image as a row of numbers.

The layer for `Sequential`: it keeps dimension 0, the batch, and joins the others. In a
`forward`, [`x.flatten(1)`](../tensors/reshape.md#flatten) does the same;
`torch.flatten(x)` joins them all unless told `start_dim=1`.

Attributes: Shapes
    images: (N, 3, 4, 5) float32
    rows: (N, 60) float32
"""

import torch
from torch import nn

images = torch.zeros(2, 3, 4, 5)
rows = nn.Flatten()(images)

print(nn.Flatten(start_dim=2)(images).shape)
#> torch.Size([2, 3, 20])
print(torch.flatten(images).shape, torch.flatten(images, 1).shape)
#> torch.Size([120]) torch.Size([2, 60])
