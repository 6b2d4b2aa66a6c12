r"""outer: every product of two vectors.

Element (i, j) is `a[i] * b[j]`, as `a[:, None] * b` by broadcasting.

Attributes: Shapes
    a: (2,) int64
    b: (3,) int64
    table: (2, 3) int64
"""

import torch

a = torch.tensor([1, 2])
b = torch.tensor([10, 20, 30])
table = torch.outer(a, b)
print(table)
#> tensor([[10, 20, 30],
#>         [20, 40, 60]])
