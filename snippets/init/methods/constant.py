r"""constant_: every element the same.

For biases. Equal weights make every unit of a layer compute, and learn, the same thing.

Attributes: Shapes
    bias: (4,) float32
    weight: (200, 300) float32
"""

import torch
from torch import nn

bias = nn.init.constant_(torch.empty(4), 0.1)
print(bias)
#> tensor([0.1000, 0.1000, 0.1000, 0.1000])

weight = nn.init.constant_(torch.empty(200, 300), 0.5)
hidden = torch.ones(1, 300) @ weight.T  # (1, 200)
print(hidden.unique())  # 200 units, one value
#> tensor([150.])
