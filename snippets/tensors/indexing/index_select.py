r"""index_select: whole rows or columns by number.

As `x[:, index]`, with the dimension as an argument. The index has one dimension; the
result is a copy.

Attributes: Shapes
    x: (2, 3) int64
    columns: (2, 2) int64

Raises:
    IndexError: `x.index_select(1, torch.tensor([[0]]))` Index is supposed to be a
        vector
"""

import torch

x = torch.tensor([[1, 2, 3], [4, 5, 6]])
columns = x.index_select(1, torch.tensor([2, 0]))
print(columns)
#> tensor([[3, 1],
#>         [6, 4]])
