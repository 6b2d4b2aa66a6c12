r"""... and None: all other dimensions, and a new one.

`x[..., 0]` takes the first of the last dimension, however many stand before it. `x[:,
None]` inserts a dimension of size 1, as `unsqueeze(1)` does.

Attributes: Shapes
    x: (2, 3, 4) int64
"""

import torch

x = torch.arange(24).reshape(2, 3, 4)
last = x[..., 0]  # (2, 3)
print(last)
#> tensor([[ 0,  4,  8],
#>         [12, 16, 20]])

batch = x[None]  # (1, 2, 3, 4)
column = torch.arange(3)[:, None]  # (3, 1)
print(column + torch.arange(2))
#> tensor([[0, 1],
#>         [1, 2],
#>         [2, 3]])
