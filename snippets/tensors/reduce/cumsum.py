r"""cumsum: the running sum.

The result has the shape of the input. Its differences are the input again. `cumprod`,
`cummax` and `logcumsumexp` run in the same way.

Attributes: Shapes
    x: (2, 3) int64
"""

import torch

x = torch.tensor([[1, 2, 3], [4, 5, 6]])
print(x.cumsum(dim=1))
#> tensor([[ 1,  3,  6],
#>         [ 4,  9, 15]])
print(x.cumsum(dim=0))
#> tensor([[1, 2, 3],
#>         [5, 7, 9]])
