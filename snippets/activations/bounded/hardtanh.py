r"""Hardtanh: clamp to an interval, -1 to 1 by default.

The same as `clamp`, as a layer. Outside the interval the gradient is 0.

$$\text{Hardtanh}(x) = \min(\max(l, x), u)$$

Attributes: Shapes
    x: (N,) float32
    y: (N,) float32, in [-1, 1]

Asked as:
    clip the output of a network to a range; np.clip as a module; nn.Clamp; clamp layer
    inside nn.Sequential; min_val and max_val; F.hardtanh_; keras.activations.hard_tanh;
    jax.nn.hard_tanh; piecewise linear tanh; limit activations between two bounds; no
    gradient outside the range; cheap version of tanh; clipped linear activation; layer
    that clamps values to min and max; linear function clipped at minus one and one;
    saturating linear unit; tanh without exp
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([-2.0, -0.5, 0.0, 0.5, 2.0])

activation = nn.Hardtanh(min_val=-1.0, max_val=1.0)  # <-
y = activation(x)
print(y)
#> tensor([-1.0000, -0.5000,  0.0000,  0.5000,  1.0000])
print(F.hardtanh(x).equal(y))  # the functional form
#> True
print(x.clamp(-1, 1).equal(y))
#> True
