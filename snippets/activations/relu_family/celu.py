r"""CELU: ELU that stays smooth for every alpha.

Equal to ELU at alpha 1. For other alphas its slope at 0 is still 1.

$$\text{CELU}(x) = \max(0, x) + \min(0, \alpha (e^{x / \alpha} - 1))$$

Attributes: Shapes
    x: (N,) float32
    y: (N,) float32, in (-2, inf)

Asked as:
    continuously differentiable exponential linear unit; F.celu; torch.celu_;
    jax.nn.celu; keras.activations.celu; difference between ELU and CELU; kink at zero
    when alpha is not 1; elu with alpha=2 has a jump in slope; continuously
    differentiable ELU; elu without the kink; smoother variant of elu; derivative at
    zero is one for every alpha; elu with a continuous gradient; exponential unit
    without a jump in the derivative
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([-2.0, -1.0, 0.0, 1.0, 2.0])

activation = nn.CELU(alpha=2.0)  # <-
y = activation(x)
print(y)
#> tensor([-1.2642, -0.7869,  0.0000,  1.0000,  2.0000])
print(F.celu(x, alpha=2.0).equal(y))  # the functional form
#> True
