r"""ELU: exponential below zero, so that means stay near zero.

Smooth at 0 when alpha is 1. Negative outputs push the mean activation toward 0.

$$\text{ELU}(x) = \begin{cases} x & x > 0 \\ \alpha (e^x - 1) & x \le 0 \end{cases}$$

Attributes: Shapes
    x: (N,) float32
    y: (N,) float32, in (-1, inf)

Asked as:
    exponential linear unit; F.elu; tf.nn.elu; activation='elu'; keras.layers.ELU; relu
    with a smooth negative part; negative side saturates at -alpha; activation with mean
    close to 0; elu or leaky relu; jax.nn.elu; activation that is negative but bounded
    below; F.elu_; nn.ELU(alpha=1.0); alpha * (exp(x) - 1); relu with negative outputs;
    exponential instead of zero for negatives; mean activation near zero; exponential
    relu
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([-2.0, -1.0, 0.0, 1.0, 2.0])

activation = nn.ELU(alpha=1.0)  # <-
y = activation(x)
print(y)
#> tensor([-0.8647, -0.6321,  0.0000,  1.0000,  2.0000])
print(F.elu(x).equal(y))  # the functional form
#> True
