r"""cat: join along a dimension that exists.

The sizes of all other dimensions must agree; a tensor of shape (0,) is skipped, but for
its type. The number of dimensions stays. `concat` and `concatenate` are other names for
it.

Attributes: Shapes
    a: (2, 3) int64
    b: (1, 3) int64
    rows: (3, 3) int64

Raises:
    RuntimeError: `torch.cat([a, b], dim=1)` Sizes of tensors must match except in
        dimension 1. Expected size 2 but got size 1

Asked as:
    np.concatenate; torch.concat; torch.concatenate; np.append; append or attach new
    rows at the bottom of a tensor; append to an existing tensor, in a loop; put two
    tensors one after the other; add a column, join tensors along a dimension; collect
    the outputs of all batches in a list and make one big tensor; concatenate channels
    in a U-Net skip connection; difference between cat and stack; rbind and cbind; glue
    two batches together; concatenate two tensors, merge tensors; append rows to a
    matrix; concat two tensors; combine two tensors; add a column to a matrix; add a row
    to a tensor; put one tensor below another; two matrices side by side
"""

import torch

a = torch.tensor([[1, 2, 3], [4, 5, 6]])
b = torch.tensor([[7, 8, 9]])
rows = torch.cat([a, b], dim=0)  # <-
print(rows)
#> tensor([[1, 2, 3],
#>         [4, 5, 6],
#>         [7, 8, 9]])

columns = torch.cat([a, a], dim=1)  # (2, 6)
