r"""uniform_: the same chance for every number between a and b.

The defaults are `a=0` and `b=1`: a weight that is never negative. Say both.

$$W \sim U(a, b), \quad \text{mean} = \frac{a + b}{2}, \quad \sigma = \frac{b -
a}{\sqrt{12}}$$

Attributes: Shapes
    weight: (200, 300) float32
"""

import torch
from torch import nn

torch.manual_seed(0)
weight = torch.empty(200, 300)
nn.init.uniform_(weight, a=-0.3, b=0.3)
print(round(weight.min().item(), 2), round(weight.max().item(), 2))
#> -0.3 0.3
print(round(weight.std().item(), 2), round(0.6 / 12**0.5, 2))
#> 0.17 0.17
