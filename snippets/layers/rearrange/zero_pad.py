"""ZeroPad1d, 2d, 3d: a border of zeros.

One number for all sides, or left, right, top, bottom. Negative numbers crop.

Attributes: Shapes
    x: (1, 1, 2, 2) float32
    y: (1, 1, 4, 4) float32
"""

import torch
from torch import nn

x = torch.tensor([[1.0, 2.0], [3.0, 4.0]]).reshape(1, 1, 2, 2)
y = nn.ZeroPad2d(1)(x)
print(y)
#> tensor([[[[0., 0., 0., 0.],
#>           [0., 1., 2., 0.],
#>           [0., 3., 4., 0.],
#>           [0., 0., 0., 0.]]]])
print(nn.ZeroPad2d((2, 0, 0, 1))(x))  # left 2, bottom 1
#> tensor([[[[0., 0., 1., 2.],
#>           [0., 0., 3., 4.],
#>           [0., 0., 0., 0.]]]])

print(nn.ZeroPad1d((1, 2))(torch.ones(1, 3)))
#> tensor([[0., 1., 1., 1., 0., 0.]])
print(nn.ZeroPad3d(1)(torch.ones(1, 1, 2, 2, 2)).shape)
#> torch.Size([1, 1, 4, 4, 4])
