"""Unflatten: one dimension back into several.

The inverse of Flatten, for decoders. Sizes must multiply to the old one; one of them
may be -1.

Attributes: Shapes
    rows: (N, 60) float32
    images: (N, 3, 4, 5) float32

Raises:
    RuntimeError: `nn.Unflatten(1, (3, 7))(rows)` Provided sizes [3, 7] don't multiply
        up to the size of dim 1 (60) in the input tensor
"""

import torch
from torch import nn

rows = torch.arange(120.0).reshape(2, 60)
images = nn.Unflatten(dim=1, unflattened_size=(3, 4, 5))(rows)

print(nn.Flatten()(images).equal(rows))
#> True
print(nn.Unflatten(1, (3, -1))(rows).shape)
#> torch.Size([2, 3, 20])
