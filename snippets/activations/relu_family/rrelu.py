r"""RReLU: LeakyReLU with a random slope while training.

Each negative element draws its slope from U(lower, upper). In eval mode the slope is
the middle of the two. The defaults are 1/8 and 1/3.

$$\text{RReLU}(x) = \begin{cases} x & x \ge 0 \\ a x & x < 0 \end{cases} \quad a \sim
U(l, u)$$

Attributes: Shapes
    x: (N,) float32
    y: (N,) float32, in (-inf, inf)

Asked as:
    randomized leaky ReLU; noisy activation as regularization; stochastic negative
    slope; tfa.activations.rrelu; F.rrelu; torch.rrelu_; lower and upper bound of the
    slope; activation that differs between train and eval; mxnet LeakyReLU
    act_type='rrelu'; noise on the negative side of an activation; slope sampled from a
    uniform distribution; nn.RReLU(0.125, 0.333); random alpha for negative values;
    different leak in every forward pass; difference between RReLU and LeakyReLU
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([-2.0, -1.0, 0.0, 1.0, 2.0])

activation = nn.RReLU(lower=0.1, upper=0.3)  # <-
activation.eval()
y = activation(x)
print(y)  # slope (0.1 + 0.3) / 2
#> tensor([-0.4000, -0.2000,  0.0000,  1.0000,  2.0000])
print(F.rrelu(x, 0.1, 0.3).equal(y))  # functional: not training unless told
#> True

activation.train()
slopes = activation(torch.full((1000,), -1.0)).neg()
print(slopes.min() >= 0.1, slopes.max() <= 0.3)
#> tensor(True) tensor(True)
