r"""arange: numbers from start to end, without the end.

As Python's `range`, and with floats. With a fractional step, rounding may add or drop
an element: use `linspace` when the count matters. `torch.range` includes the end and is
deprecated.

Attributes: Shapes
    x: (5,) int64
    y: (4,) float32

Warns:
    UserWarning: `torch.range(0, 4)` torch.range is deprecated
"""

import torch

x = torch.arange(5)
print(x)
#> tensor([0, 1, 2, 3, 4])
print(torch.arange(2, 10, 3))
#> tensor([2, 5, 8])

y = torch.arange(0, 1, 0.25)
print(y)
#> tensor([0.0000, 0.2500, 0.5000, 0.7500])
