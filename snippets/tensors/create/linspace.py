r"""linspace: a number of equal steps, with both ends.

Say how many points, not how far apart. `logspace` does the same for exponents.

Attributes: Shapes
    x: (5,) float32
"""

import torch

x = torch.linspace(0, 1, steps=5)
print(x)
#> tensor([0.0000, 0.2500, 0.5000, 0.7500, 1.0000])
print(torch.logspace(0, 3, steps=4))
#> tensor([   1.,   10.,  100., 1000.])
