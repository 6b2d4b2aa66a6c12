r"""unsqueeze: add a dimension of size 1.

`dim` is where the new dimension stands in the result: 0 makes a batch of one, -1 a
column. `x[None]` is `unsqueeze(0)`, `x[:, None]` is `unsqueeze(1)`. The opposite is
`squeeze`.

Attributes: Shapes
    x: (3,) int64
    row: (1, 3) int64
    column: (3, 1) int64

Raises:
    IndexError: `x.unsqueeze(2)` Dimension out of range (expected to be in range of [-2,
        1], but got 2)

Asked as:
    add a batch dimension, a 1 in front of the shape; make a vector a column or a row;
    insert an axis of length one; np.newaxis; np.expand_dims; model wants a batch but I
    have a single vector; 1d to 2d; opposite of squeeze; add a channel to a gray image;
    K.expand_dims; extra brackets around a tensor; np.atleast_2d; add a dimension,
    insert an axis; vector to column vector; image has shape (C, H, W) but needs (1, C,
    H, W); add a new dimension to a tensor
"""

import torch

x = torch.tensor([1, 2, 3])
row = x.unsqueeze(0)  # <-
column = x.unsqueeze(-1)
print(row)
#> tensor([[1, 2, 3]])
print(column)
#> tensor([[1],
#>         [2],
#>         [3]])
print(row + column)
#> tensor([[2, 3, 4],
#>         [3, 4, 5],
#>         [4, 5, 6]])
