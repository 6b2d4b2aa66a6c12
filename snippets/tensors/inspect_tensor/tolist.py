r"""tolist: all elements as nested Python lists.

For JSON, or to compare in a test. A scalar gives a number. float32 values show the
digits that float64 sees.

Attributes: Shapes
    x: (2, 2) float32
"""

import torch

x = torch.tensor([[0.5, 0.1], [2.0, 3.0]])
print(x.tolist())
#> [[0.5, 0.10000000149011612], [2.0, 3.0]]
print(torch.tensor(3).tolist())
#> 3
