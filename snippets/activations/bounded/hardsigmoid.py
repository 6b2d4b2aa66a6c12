r"""Hardsigmoid: sigmoid made of straight pieces.

Cheap, and exactly 0 and 1 at the ends: below -3 and above 3 the gradient is 0.

$$\text{Hardsigmoid}(x) = \min\left(\max\left(0, \frac{x + 3}{6}\right), 1\right)$$

Attributes: Shapes
    x: (N,) float32
    y: (N,) float32, in [0, 1]
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([-4.0, -1.5, 0.0, 1.5, 4.0])

activation = nn.Hardsigmoid()
y = activation(x)
print(y)
#> tensor([0.0000, 0.2500, 0.5000, 0.7500, 1.0000])
print(F.hardsigmoid(x).equal(y))  # the functional form
#> True
