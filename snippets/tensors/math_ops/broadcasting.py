r"""broadcasting: sizes of 1 stretch.

Shapes are compared from the right. Two sizes fit if they are equal, or one is 1, or
missing. The smaller one is not copied. A (3,) against a (3, 1) gives (3, 3) and no
error: check shapes before you subtract.

Attributes: Shapes
    x: (2, 3) int64
    row: (3,) int64
    column: (2, 1) int64

Raises:
    RuntimeError: `x + torch.ones(2)` The size of tensor a (3) must match the size of
        tensor b (2) at non-singleton dimension 1

Asked as:
    why can I add tensors of different shapes, what is the rule; operands could not be
    broadcast together; add a vector to every row; subtract the mean row from every row;
    multiply each row by its own factor; result is N x N instead of N; (N,) minus (N, 1)
    became N x N; pairwise differences of all elements; bsxfun; operations between
    tensors of different size, shape mismatch; rules for shapes that fit together; The
    size of tensor a must match the size of tensor b; numpy broadcasting rules; add a
    bias to each row, matrix plus vector; divide each column by a vector; combine a row
    and a column to a grid; different shapes
"""

import torch

x = torch.tensor([[1, 2, 3], [4, 5, 6]])
row = torch.tensor([10, 20, 30])
column = torch.tensor([[100], [200]])
print(x + row)  # <-
#> tensor([[11, 22, 33],
#>         [14, 25, 36]])
print(x + column)
#> tensor([[101, 102, 103],
#>         [204, 205, 206]])
print((row - row.unsqueeze(1)).shape)  # 9 pairs, not 3
#> torch.Size([3, 3])
