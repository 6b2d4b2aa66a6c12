r"""the default of nn.Conv2d: uniform, by the inputs of a kernel.

The same rule as for `nn.Linear`, where `fan_in` is channels times kernel size.

$$W, b \sim U\left(-\frac{1}{\sqrt{C_\text{in} k^2}}, \frac{1}{\sqrt{C_\text{in}
k^2}}\right)$$

Attributes: Shapes
    layer.weight: (64, 16, 5, 5) float32
    layer.bias: (64,) float32
"""

import torch
from torch import nn

torch.manual_seed(0)
layer = nn.Conv2d(16, 64, kernel_size=5)
print(1 / (16 * 5 * 5) ** 0.5)
#> 0.05
print(round(layer.weight.abs().max().item(), 3))
#> 0.05
