r"""slices: rows, columns and steps.

As in Python and NumPy, one for each dimension. A number drops its dimension, a slice
keeps it. The result is a view: writing to it writes to `x`. Negative steps are not
supported; use `flip`.

Attributes: Shapes
    x: (3, 4) int64

Raises:
    IndexError: `x[3]` index 3 is out of bounds for dimension 0 with size 3
    ValueError: `x[::-1]` step must be greater than zero

Asked as:
    first 10 rows, drop the rest; first, second or last column of a matrix; select a
    range of columns; every second element or row; crop a region of an image tensor;
    flip upside down; start:stop:step; keep the dimension when taking one column; get or
    drop the last element, drop the last row; negative index; cut out a rectangular part
    of a matrix, sub-matrix; reverse the order of elements; select the first three
    columns, rows 2 to 5; change one value of a tensor, x[0, 1] = 5; submatrix; crop a
    tensor; get a part of a tensor; get rows 10 to 20; access elements of a tensor; get
    a column
"""

import torch

x = torch.arange(12).reshape(3, 4)
row = x[1]  # (4,)
column = x[:, 1]  # (3,)
kept = x[:, 1:2]  # (3, 1)
print(row, column)
#> tensor([4, 5, 6, 7]) tensor([1, 5, 9])
print(x[:2, ::2])  # <-
#> tensor([[0, 2],
#>         [4, 6]])

row[0] = -1
print(x[1, 0])
#> tensor(-1)
print(x.flip(0)[0])
#> tensor([ 8,  9, 10, 11])
