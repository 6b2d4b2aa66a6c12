r"""LPPool1d, 2d, 3d: between sum and maximum.

The p-norm of each window, a sum and not a mean. p = 1 is the sum, a large p approaches
the largest, as long as no power overflows. No padding. It takes powers of x, not of its
absolute value: unless p is even, pass `x.abs()` where x can be negative. With
`ceil_mode=True` an incomplete last window comes out too large: its sum is scaled up to
a full window.

$$y = \left( \sum_{x \in \text{window}} x^p \right)^{1/p}$$

Attributes: Shapes
    x: (1, 1, 4) float32
    y: (1, 1, 2) float32

Asked as:
    power average pooling; L2 pooling; p-norm pooling; F.lp_pool2d; Euclidean norm of
    every window; NaN from pooling negative numbers with odd p; SpatialLPPooling;
    norm_type; soft version of max pooling; pooling by the root of a sum of squares;
    norm of order p in place of max or mean; pooling between average and max; pool with
    a power and a root; root mean square pooling; F.lp_pool1d; generalized mean pooling,
    GeM
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([[[3.0, 4.0, 6.0, 8.0]]])
y = nn.LPPool1d(norm_type=2, kernel_size=2)(x)  # <-
print(y)
#> tensor([[[ 5., 10.]]])
print(nn.LPPool1d(1, 2)(x), nn.LPPool1d(20, 2)(x).round(decimals=1))
#> tensor([[[ 7., 14.]]]) tensor([[[4., 8.]]])

# The last window holds 6 alone, and gives 6 * sqrt(2).
print(nn.LPPool1d(2, 2, ceil_mode=True)(x[..., :3]))
#> tensor([[[5.0000, 8.4853]]])

print(nn.LPPool2d(2, 2)(torch.zeros(1, 1, 4, 4)).shape)
#> torch.Size([1, 1, 2, 2])
print(nn.LPPool3d(2, 2)(torch.zeros(1, 1, 4, 4, 4)).shape)
#> torch.Size([1, 1, 2, 2, 2])

print(F.lp_pool1d(x, norm_type=2, kernel_size=2).equal(y))
#> True
print(F.lp_pool2d(x, 2, (1, 2)).equal(y))
#> True
print(F.lp_pool3d(x[None], 2, (1, 1, 2))[0].equal(y))
#> True
