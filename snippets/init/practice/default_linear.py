r"""the default of nn.Linear: uniform, smaller than Kaiming.

Weight and bias are uniform with the same bound. It comes from `kaiming_uniform_` with
`a=sqrt(5)`, whose gain is $\sqrt{1/3}$: with ReLU the spread shrinks with every layer.

$$W, b \sim U\left(-\frac{1}{\sqrt{\text{fan_in}}},
\frac{1}{\sqrt{\text{fan_in}}}\right)$$

Attributes: Shapes
    layer.weight: (200, 400) float32
    layer.bias: (200,) float32
"""

import torch
from torch import nn

torch.manual_seed(0)
layer = nn.Linear(400, 200)
print(1 / 400**0.5)
#> 0.05
print(round(layer.weight.abs().max().item(), 3))
#> 0.05
print(bool(layer.bias.abs().max() <= 0.05))
#> True
