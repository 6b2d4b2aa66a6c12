r"""sum: add up, and what dim means.

`dim` is the dimension that disappears. With `dim=0` the rows are added, which leaves
one number for each column. Integers and booleans add up to int64.

Attributes: Shapes
    x: (2, 3) int64
    rows: (2, 1) int64
"""

import torch

x = torch.tensor([[1, 2, 3], [4, 5, 6]])
print(x.sum())
#> tensor(21)
print(x.sum(dim=0))  # 3 columns
#> tensor([5, 7, 9])
print(x.sum(dim=1))  # 2 rows
#> tensor([ 6, 15])

rows = x.sum(dim=1, keepdim=True)
print(x / rows)
#> tensor([[0.1667, 0.3333, 0.5000],
#>         [0.2667, 0.3333, 0.4000]])
