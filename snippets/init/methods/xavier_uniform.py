r"""xavier_uniform_: uniform, for tanh, sigmoid and linear layers.

Also called Glorot. The bound balances the spread forward (fan_in) and backward
(fan_out). The name without underscore is deprecated.

$$W \sim U(-a, a), \quad a = \text{gain} \cdot \sqrt{\frac{6}{\text{fan_in} +
\text{fan_out}}}$$

Attributes: Shapes
    weight: (fan_out, fan_in) float32

Raises:
    ValueError: `nn.init.xavier_uniform_(torch.empty(5))` Fan in and fan out can not be
        computed for tensor with fewer than 2 dimensions

Warns:
    FutureWarning: `nn.init.xavier_uniform(weight)` `nn.init.xavier_uniform` is now
        deprecated in favor of `nn.init.xavier_uniform_`

Asked as:
    glorot_uniform; tf.keras.initializers.GlorotUniform;
    kernel_initializer='glorot_uniform'; xavier initialization; glorot initialization;
    xavier or kaiming; init weights of a tanh network; same initializer as Keras Dense;
    xavier_initializer; xavier_uniform_ on a bias fails; for p in model.parameters(): if
    p.dim() > 1; sqrt(6 / (fan_in + fan_out)); initialise the way Keras does by default;
    Keras default initializer; initialization for tanh activation; uniform glorot for
    sigmoid layers; random weights that balance forward and backward; nn.init.xavier
"""

import math

import torch
from torch import nn

torch.manual_seed(0)
weight = torch.empty(200, 300)
nn.init.xavier_uniform_(weight)  # <-

bound = math.sqrt(6 / (300 + 200))
print(round(bound, 4))
#> 0.1095
print(round(weight.abs().max().item(), 2), round(weight.std().item(), 3))
#> 0.11 0.063
print(round(bound / math.sqrt(3), 3))  # the standard deviation of U(-a, a)
#> 0.063
