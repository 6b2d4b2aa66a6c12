r"""take_along_dim: gather that broadcasts.

For the indices of `argsort`, `argmax` with `keepdim` and `topk`: it puts them to use on
another tensor.

Attributes: Shapes
    x: (2, 3) int64
    order: (2, 3) int64

Asked as:
    np.take_along_axis; apply argsort to another tensor; apply argsort to rows, each row
    by its own indices; use topk indices on a second tensor; values at the argmax
    positions; sort one 2d array by the argsort of another, row by row; batched lookup
    with indices from sort; reorder matrix b in the sorted order of a, for each row; use
    argmax with keepdim to fetch the values; gather without expanding the index; take
    values along an axis by indices from argsort or argmax
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
