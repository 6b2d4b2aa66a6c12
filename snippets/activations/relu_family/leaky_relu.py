r"""LeakyReLU: a small slope for negative inputs.

Units cannot die: the gradient is never 0. The slope is 0.01 unless said otherwise; GAN
discriminators use 0.2.

$$\text{LeakyReLU}(x) = \begin{cases} x & x \ge 0 \\ a x & x < 0 \end{cases}$$

Attributes: Shapes
    x: (N,) float32
    y: (N,) float32, in (-inf, inf)

Asked as:
    relu variant that lets a bit of negative through; lrelu; leaky rectifier;
    F.leaky_relu_; tf.nn.leaky_relu; keras.layers.LeakyReLU(alpha=0.3); activation for a
    GAN discriminator; DCGAN LeakyReLU(0.2); difference between relu and leaky relu;
    negative_slope=0.01; activation that avoids dead neurons; fix dying relu; what to
    use when relu neurons are dying; alternative to relu for dead neurons; small
    gradient for negative inputs; relu that does not kill negative values; slope for x <
    0; leaky relu with slope 0.2; leaky relu
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([-2.0, -1.0, 0.0, 1.0, 2.0])

activation = nn.LeakyReLU(negative_slope=0.1)  # <-
y = activation(x)
print(y)
#> tensor([-0.2000, -0.1000,  0.0000,  1.0000,  2.0000])
print(F.leaky_relu(x, 0.1).equal(y))  # the functional form
#> True
