r"""zeros, ones, full: one value everywhere.

The shape is given as numbers or as a tuple. `full` takes its type from the value.

Attributes: Shapes
    a: (2, 3) float32
    b: (2, 3) float32
    c: (2, 3) int64
"""

import torch

a = torch.zeros(2, 3)
b = torch.ones((2, 3))
c = torch.full((2, 3), 7)
print(a + b)
#> tensor([[1., 1., 1.],
#>         [1., 1., 1.]])
print(c)
#> tensor([[7, 7, 7],
#>         [7, 7, 7]])
