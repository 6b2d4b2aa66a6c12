r"""Softplus: a smooth ReLU, always positive but for rounding.

To make an output positive: a standard deviation, a rate, a scale. Below -104 float32
gives 0. Where `beta * x` is above `threshold` (20) it returns x itself. `beta`
makes the bend sharper.

$$\text{Softplus}(x) = \frac{1}{\beta} \ln(1 + e^{\beta x})$$

Attributes: Shapes
    x: (N,) float32
    y: (N,) float32, in (0, inf)

Asked as:
    force the output of a network to be positive; predict a standard deviation or
    variance; log(1 + exp(x)); np.logaddexp(0, x); log1p(exp(x)) overflows; SoftReLU;
    F.softplus; tf.nn.softplus; activation='softplus'; keep sigma above zero; instead of
    exp for a scale parameter; positive rate of a Poisson or Gamma; smooth approximation
    of relu; strictly positive outputs; predicted variance is negative; ln(1 + exp(x));
    make a parameter positive; soft version of relu
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([-2.0, -1.0, 0.0, 1.0, 2.0])

activation = nn.Softplus()  # <-
y = activation(x)
print(y)
#> tensor([0.1269, 0.3133, 0.6931, 1.3133, 2.1269])
print(F.softplus(x).equal(y))  # the functional form
#> True
print(nn.Softplus(beta=10)(x))
#> tensor([2.0612e-10, 4.5399e-06, 6.9315e-02, 1.0000e+00, 2.0000e+00])
