r"""Hardswish: SiLU without the exponential.

x · ReLU6(x + 3) / 6, for phones and microcontrollers. It is 0 below -3 and x above 3.
Minimum -0.375 at x = -1.5.

$$\text{Hardswish}(x) = \begin{cases} 0 & x \le -3 \\ x & x \ge 3 \\ x (x + 3) / 6 &
\text{otherwise} \end{cases}$$

Attributes: Shapes
    x: (N,) float32
    y: (N,) float32, in [-0.375, inf)

Asked as:
    MobileNetV3 activation; h-swish; F.hardswish; keras.activations.hard_swish;
    hard_silu; cheap swish for mobile; swish without exp; activation for edge devices; x
    * relu6(x + 3) / 6; jax.nn.hard_swish; fast approximation of swish; mobilenet v3
    activation function; hswish; piecewise swish; cheaper replacement of silu on a
    phone; silu for embedded devices; linear pieces instead of swish
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([-4.0, -1.5, 0.0, 1.5, 4.0])

activation = nn.Hardswish()  # <-
y = activation(x)
print(y)
#> tensor([-0.0000, -0.3750,  0.0000,  1.1250,  4.0000])
print(F.hardswish(x).equal(y))  # the functional form
#> True
