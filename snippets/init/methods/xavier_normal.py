r"""xavier_normal_: normal, for tanh, sigmoid and linear layers.

The variance of `xavier_uniform_` with a normal distribution: no bound, a few large
weights.

$$W \sim N(0, \sigma^2), \quad
\sigma = \text{gain} \cdot \sqrt{\frac{2}{\text{fan_in} + \text{fan_out}}}$$

Attributes: Shapes
    weight: (fan_out, fan_in) float32
"""

import math

import torch
from torch import nn

torch.manual_seed(0)
weight = torch.empty(200, 300)
nn.init.xavier_normal_(weight, gain=nn.init.calculate_gain("tanh"))

std = 5 / 3 * math.sqrt(2 / (300 + 200))
print(round(std, 3), round(weight.std().item(), 3))
#> 0.105 0.105
