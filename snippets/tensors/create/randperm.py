r"""randperm: the numbers 0 to n - 1 in random order.

Index data and labels with the same permutation to shuffle both alike.

Attributes: Shapes
    order: (N,) int64
    x: (N, 2) int64
    y: (N,) int64
"""

import torch

x = torch.arange(8).reshape(4, 2)
y = x[:, 0] * 10

torch.manual_seed(0)
order = torch.randperm(4)
x, y = x[order], y[order]
print(torch.equal(y, x[:, 0] * 10))
#> True
print(order.sort().values)
#> tensor([0, 1, 2, 3])
