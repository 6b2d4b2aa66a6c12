r"""Hardsigmoid: sigmoid made of straight pieces.

Cheap, and exactly 0 and 1 at the ends: below -3 and above 3 the gradient is 0.

$$\text{Hardsigmoid}(x) = \min\left(\max\left(0, \frac{x + 3}{6}\right), 1\right)$$

Attributes: Shapes
    x: (N,) float32
    y: (N,) float32, in [0, 1]

Asked as:
    h-sigmoid; F.hardsigmoid; keras.activations.hard_sigmoid; piecewise linear sigmoid;
    sigmoid without exp; relu6(x + 3) / 6; MobileNetV3 squeeze-and-excitation gate;
    quantization-friendly gate; jax.nn.hard_sigmoid; fast approximate sigmoid for
    mobile; clip((x + 3) / 6, 0, 1); sigmoid that reaches exactly 0 and 1; hsigmoid;
    linear approximation of sigmoid; sigmoid with zero gradient at the ends; cheap
    sigmoid for microcontrollers; sigmoid approximated by a ramp
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([-4.0, -1.5, 0.0, 1.5, 4.0])

activation = nn.Hardsigmoid()  # <-
y = activation(x)
print(y)
#> tensor([0.0000, 0.2500, 0.5000, 0.7500, 1.0000])
print(F.hardsigmoid(x).equal(y))  # the functional form
#> True
