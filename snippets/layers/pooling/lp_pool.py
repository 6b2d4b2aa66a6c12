r"""LPPool1d, 2d, 3d: between mean and maximum.

The p-norm of each window, a sum and not a mean. p = 1 is the sum, a large p approaches
the largest. No padding.

$$y = \left( \sum_{x \in \text{window}} x^p \right)^{1/p}$$

Attributes: Shapes
    x: (1, 1, 4) float32
    y: (1, 1, 2) float32
"""

import torch
from torch import nn

x = torch.tensor([[[3.0, 4.0, 6.0, 8.0]]])
y = nn.LPPool1d(norm_type=2, kernel_size=2)(x)
print(y)
#> tensor([[[ 5., 10.]]])
print(nn.LPPool1d(1, 2)(x), nn.LPPool1d(20, 2)(x).round(decimals=1))
#> tensor([[[ 7., 14.]]]) tensor([[[4., 8.]]])

print(nn.LPPool2d(2, 2)(torch.zeros(1, 1, 4, 4)).shape)
#> torch.Size([1, 1, 2, 2])
print(nn.LPPool3d(2, 2)(torch.zeros(1, 1, 4, 4, 4)).shape)
#> torch.Size([1, 1, 2, 2, 2])
