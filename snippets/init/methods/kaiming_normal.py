r"""kaiming_normal_: normal, for ReLU layers.

The usual choice for convolutions in front of ReLU, with `mode="fan_out"` in residual
networks.

$$W \sim N(0, \sigma^2), \quad \sigma = \frac{\text{gain}}{\sqrt{\text{fan_mode}}}$$

Attributes: Shapes
    weight: (fan_out, fan_in) float32
"""

import math

import torch
from torch import nn

torch.manual_seed(0)
weight = torch.empty(200, 300)
nn.init.kaiming_normal_(weight, nonlinearity="relu")
print(round(math.sqrt(2 / 300), 3), round(weight.std().item(), 3))
#> 0.082 0.082

nn.init.kaiming_normal_(weight, mode="fan_out", nonlinearity="relu")
print(round(math.sqrt(2 / 200), 3), round(weight.std().item(), 3))
#> 0.1 0.1
