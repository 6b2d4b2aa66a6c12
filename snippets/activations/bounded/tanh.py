r"""Tanh: squash to -1 to 1, centred on 0.

Inside RNN cells, for actions and for images scaled to -1 to 1. The gradient is 1 at 0
and below 0.1 beyond 2. `torch.tanh` is the function.

$$\tanh(x) = \frac{e^x - e^{-x}}{e^x + e^{-x}}$$

Attributes: Shapes
    x: (N,) float32
    y: (N,) float32, in (-1, 1)

Asked as:
    hyperbolic tangent; torch.tanh; np.tanh; tf.nn.tanh; activation='tanh';
    nn.functional.tanh is deprecated; limit actions of a policy network; last layer of a
    GAN generator; image output in range -1 to 1; tanh or sigmoid; activation symmetric
    around zero; bounded regression output; activation that saturates; rescaled sigmoid
    with negative values; zero-centered activation; outputs from minus one to one;
    S-shaped curve around zero; continuous action output
"""

import torch
from torch import nn

x = torch.tensor([-2.0, -1.0, 0.0, 1.0, 2.0])

activation = nn.Tanh()  # <-
y = activation(x)
print(y)
#> tensor([-0.9640, -0.7616,  0.0000,  0.7616,  0.9640])
print(torch.tanh(x).equal(y))  # the functional form
#> True
print(torch.allclose(y, 2 * torch.sigmoid(2 * x) - 1))
#> True
