"""Identity: a layer that does nothing.

To take a layer out without changing the rest: the head of a trained net, or the
shortcut of a residual block. Its constructor takes any arguments and ignores them, so
it can stand where another layer was made; the call takes one input.

Attributes: Shapes
    x: (1, 2) float32

Raises:
    TypeError: `nn.Identity()(x, x)` takes 2 positional arguments but 3 were given
"""

import torch
from torch import nn

x = torch.tensor([[1.0, 2.0]])
print(nn.Identity()(x) is x)
#> True
print(nn.Identity(2, bias=False)(x) is x)
#> True

model = nn.Sequential(nn.Linear(2, 8), nn.Linear(8, 3))
model[1] = nn.Identity()
print(model(x).shape)
#> torch.Size([1, 8])
