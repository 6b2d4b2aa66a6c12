r"""xavier_normal_: normal, for tanh, sigmoid and linear layers.

The variance of `xavier_uniform_` with a normal distribution: no bound, a few large
weights.

$$W \sim N(0, \sigma^2), \quad
\sigma = \text{gain} \cdot \sqrt{\frac{2}{\text{fan_in} + \text{fan_out}}}$$

Attributes: Shapes
    weight: (fan_out, fan_in) float32

Asked as:
    glorot_normal; tf.keras.initializers.GlorotNormal;
    jax.nn.initializers.glorot_normal; xavier with gaussian weights; xavier_normal_ or
    xavier_uniform_; std sqrt(2 / (n_in + n_out)); xavier std for a tanh network;
    kernel_initializer='glorot_normal'; std of glorot weights with gain; glorot with
    normally distributed values; xavier from a bell curve, not uniform; Glorot
    initializer with a normal distribution; gaussian weights for a tanh or sigmoid net;
    normal version of xavier; variance 2 / (fan_in + fan_out)
"""

import math

import torch
from torch import nn

torch.manual_seed(0)
weight = torch.empty(200, 300)
nn.init.xavier_normal_(weight, gain=nn.init.calculate_gain("tanh"))  # <-

std = 5 / 3 * math.sqrt(2 / (300 + 200))
print(round(std, 3), round(weight.std().item(), 3))
#> 0.105 0.105
