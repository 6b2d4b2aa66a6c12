r"""sum: add up, and what dim means.

`dim` is the dimension that disappears. With `dim=0` the rows are added, one number a
column. Integers and booleans add up to int64.

Attributes: Shapes
    x: (2, 3) int64
    rows: (2, 1) int64

Asked as:
    tf.reduce_sum; axis=0 or axis=1; sum over the last axis but keep the dimension,
    keepdim; sum over rows or columns; total for every row of a table, row totals;
    column totals; add up all values of a tensor; count how many values are True; count
    correct predictions; rowSums in R; make rows sum to one; sum of each row, sum of
    each column; which axis does dim=0 mean; total of all entries; keepdim; sum the
    elements along a dimension; dim 0 or dim 1, which to use
"""

import torch

x = torch.tensor([[1, 2, 3], [4, 5, 6]])
print(x.sum())
#> tensor(21)
print(x.sum(dim=0))  # 3 columns
#> tensor([5, 7, 9])
print(x.sum(dim=1))  # <- 2 rows
#> tensor([ 6, 15])

rows = x.sum(dim=1, keepdim=True)
print(x / rows)
#> tensor([[0.1667, 0.3333, 0.5000],
#>         [0.2667, 0.3333, 0.4000]])
