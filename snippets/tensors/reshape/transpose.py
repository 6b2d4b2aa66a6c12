r"""transpose: swap two dimensions.

The others stay. `swapaxes` is another name; `t()` is for matrices.

Attributes: Shapes
    x: (N, T, D) int64
    y: (T, N, D) int64
"""

import torch

x = torch.arange(12).reshape(2, 3, 2)
y = x.transpose(0, 1)
print(y.shape)
#> torch.Size([3, 2, 2])
print(torch.equal(y[2, 1], x[1, 2]))
#> True
