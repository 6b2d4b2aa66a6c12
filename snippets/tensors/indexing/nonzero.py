r"""nonzero: where a condition holds.

One row of coordinates for each element that is not zero. With `as_tuple=True` it gives
one tensor a dimension, ready to index with. The number of rows depends on the values.

Attributes: Shapes
    x: (2, 3) int64
    where: (3, 2) int64
"""

import torch

x = torch.tensor([[0, 7, 0], [8, 0, 9]])
where = x.nonzero()
print(where)
#> tensor([[0, 1],
#>         [1, 0],
#>         [1, 2]])

rows, columns = x.nonzero(as_tuple=True)  # (3,), (3,)
print(x[rows, columns])
#> tensor([7, 8, 9])
