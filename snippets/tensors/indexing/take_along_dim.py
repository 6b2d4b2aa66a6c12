r"""take_along_dim: gather that broadcasts.

For the indices of `argsort`, `argmax` with `keepdim` and `topk`: it puts them to use on
another tensor.

Attributes: Shapes
    x: (2, 3) int64
    order: (2, 3) int64
"""

import torch

x = torch.tensor([[30, 10, 20], [1, 3, 2]])
order = x.argsort(dim=1)
print(torch.take_along_dim(x, order, dim=1))
#> tensor([[10, 20, 30],
#>         [ 1,  2,  3]])

best = x.argmax(dim=1, keepdim=True)  # (2, 1)
print(torch.take_along_dim(x, best, dim=1))
#> tensor([[30],
#>         [ 3]])
