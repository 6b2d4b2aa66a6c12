"""Identity: a layer that does nothing.

To take a layer out without changing the rest: the head of a trained net, or the
shortcut of a residual block. It ignores any arguments.

Attributes: Shapes
    x: (1, 2) float32
"""

import torch
from torch import nn

x = torch.tensor([[1.0, 2.0]])
print(nn.Identity()(x) is x)
#> True

model = nn.Sequential(nn.Linear(2, 8), nn.Linear(8, 3))
model[1] = nn.Identity()
print(model(x).shape)
#> torch.Size([1, 8])
