r"""Softsign: like tanh, with slower tails.

It approaches -1 and 1 as 1/x instead of exponentially, so that far inputs keep some
gradient.

$$\text{Softsign}(x) = \frac{x}{1 + |x|}$$

Attributes: Shapes
    x: (N,) float32
    y: (N,) float32, in (-1, 1)

Asked as:
    x / (1 + |x|); F.softsign; tf.nn.softsign; keras.activations.softsign;
    jax.nn.soft_sign; elliotsig; tanh that saturates more slowly; bounded activation
    without exp; polynomial instead of exponential squashing function;
    activation='softsign'; x over one plus abs x; x divided by one plus its absolute
    value; softer tanh; squash with slow saturation; x / (abs(x) + 1); tanh alternative
    with long tails; falls off like 1/x instead of exponentially
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([-2.0, -1.0, 0.0, 1.0, 2.0])

activation = nn.Softsign()  # <-
y = activation(x)
print(y)
#> tensor([-0.6667, -0.5000,  0.0000,  0.5000,  0.6667])
print(F.softsign(x).equal(y))  # the functional form
#> True
