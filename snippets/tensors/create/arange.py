r"""arange: numbers from start to end, without the end.

As Python's `range`, and with floats; `arange(5, 2)` raises. With a fractional step,
rounding may add an element: use `linspace` when the count matters. `torch.range`
includes the end and is deprecated.

Attributes: Shapes
    x: (5,) int64
    y: (4,) float32

Warns:
    UserWarning: `torch.range(0, 4)` torch.range is deprecated

Asked as:
    range of integers as tensor; tf.range; torch.range; count from 0 to n; count up in
    steps, numbers with step 2; position ids 0 to n-1; evenly spaced with a fixed step;
    is the endpoint included; difference between torch.range and torch.arange; something
    like matlab 0:2:10; seq by step in R; one element too many with a float step;
    numbers 0 till n as tensor, count like range() does; 0, 0.1, 0.2 with a fixed step
    size; increasing sequence, every second integer; how to build a vector of
    consecutive numbers; create a tensor of consecutive integers; create a tensor with
    the numbers 0 to 9
"""

import torch

x = torch.arange(5)  # <-
print(x)
#> tensor([0, 1, 2, 3, 4])
print(torch.arange(2, 10, 3))
#> tensor([2, 5, 8])

y = torch.arange(0, 1, 0.25)
print(y)
#> tensor([0.0000, 0.2500, 0.5000, 0.7500])
