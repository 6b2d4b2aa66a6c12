r"""AvgPool1d, 2d, 3d: the mean of each window.

Padding counts as zeros in the mean unless `count_include_pad=False`.
`divisor_override=1` gives sums.

$$H_\text{out} = \left\lfloor \frac{H + 2p - k}{s} \right\rfloor + 1$$

Attributes: Shapes
    x: (1, 1, 4) float32
    y: (1, 1, 2) float32
"""

import torch
from torch import nn

x = torch.tensor([[[1.0, 3.0, 5.0, 9.0]]])
y = nn.AvgPool1d(kernel_size=2)(x)
print(y)
#> tensor([[[2., 7.]]])

print(nn.AvgPool1d(2, padding=1)(x))
#> tensor([[[0.5000, 4.0000, 4.5000]]])
print(nn.AvgPool1d(2, padding=1, count_include_pad=False)(x))
#> tensor([[[1., 4., 9.]]])

images = torch.ones(1, 1, 4, 4)
print(nn.AvgPool2d(2, divisor_override=1)(images))
#> tensor([[[[4., 4.],
#>           [4., 4.]]]])
print(nn.AvgPool3d(2)(torch.zeros(1, 1, 4, 4, 4)).shape)
#> torch.Size([1, 1, 2, 2, 2])
