r"""nonzero: where a condition holds.

One row of coordinates for each element that is not zero. With `as_tuple=True` it gives
one tensor a dimension, ready to index with. The number of rows depends on the values.

Attributes: Shapes
    x: (2, 3) int64
    where: (3, 2) int64

Asked as:
    np.argwhere; np.flatnonzero; find in matlab; which() in R; tf.where with one
    argument; indices of True values; find the index of a value; coordinates of white
    pixels; locate elements equal to something; which rows contain nan; as_tuple; row
    and column indices of entries larger than a value; find positions that are not zero;
    find indices where a condition is true; on which positions is the mask True; get the
    indices of the nonzero elements
"""

import torch

x = torch.tensor([[0, 7, 0], [8, 0, 9]])
where = x.nonzero()  # <-
print(where)
#> tensor([[0, 1],
#>         [1, 0],
#>         [1, 2]])

rows, columns = x.nonzero(as_tuple=True)  # (3,), (3,)
print(x[rows, columns])
#> tensor([7, 8, 9])
