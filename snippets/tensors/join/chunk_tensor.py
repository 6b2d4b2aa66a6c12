r"""chunk: a number of pieces.

The last piece may be smaller, and there may be fewer pieces than asked for. The pieces
are views.

Attributes: Shapes
    x: (7,) int64
"""

import torch

x = torch.arange(7)
a, b, c = x.chunk(3)  # (3,), (3,), (1,)
print(a, b, c)
#> tensor([0, 1, 2]) tensor([3, 4, 5]) tensor([6])
print(len(torch.arange(5).chunk(4)))  # pieces of 2: three are enough
#> 3
