r"""hstack, vstack, dstack, column_stack: join by NumPy's names.

`vstack` sets vectors below one another, `hstack` behind one another, `column_stack`
beside one another as columns, `dstack` along a third dimension. Matrices are joined by
`cat` along 0, 1, 1 and 2. `row_stack` is `vstack`. In a model name the dimension:
`cat(…, dim=1)`.

Attributes: Shapes
    a: (2,) int64
    b: (2,) int64

Asked as:
    torch.hstack; torch.vstack; torch.dstack; np.vstack; np.hstack; np.column_stack;
    torch.row_stack; stack vectors as rows of a matrix; vectors as columns; append a
    row; append a column; glue matrices side by side; put two images next to each other;
    difference between stack, vstack and hstack; np.c_; np.r_; one matrix below the
    other
"""

import torch

a, b = torch.tensor([1, 2]), torch.tensor([3, 4])
print(torch.hstack([a, b]))  # <-
#> tensor([1, 2, 3, 4])
print(torch.vstack([a, b]), torch.row_stack([a, b]).shape)
#> tensor([[1, 2],
#>         [3, 4]]) torch.Size([2, 2])
print(torch.column_stack([a, b]))
#> tensor([[1, 3],
#>         [2, 4]])
print(torch.dstack([a, b]).shape)
#> torch.Size([1, 2, 2])
print(torch.hstack([a.reshape(2, 1), torch.eye(2, dtype=torch.int64)]))
#> tensor([[1, 1, 0],
#>         [2, 0, 1]])
