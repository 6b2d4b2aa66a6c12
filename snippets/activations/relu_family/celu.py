r"""CELU: ELU that stays smooth for every alpha.

Equal to ELU at alpha 1. For other alphas its slope at 0 is still 1.

$$\text{CELU}(x) = \max(0, x) + \min(0, \alpha (e^{x / \alpha} - 1))$$

Attributes: Shapes
    x: (N,) float32
    y: (N,) float32, in (-2, inf)
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([-2.0, -1.0, 0.0, 1.0, 2.0])

activation = nn.CELU(alpha=2.0)
y = activation(x)
print(y)
#> tensor([-1.2642, -0.7869,  0.0000,  1.0000,  2.0000])
print(F.celu(x, alpha=2.0).equal(y))  # the functional form
#> True
