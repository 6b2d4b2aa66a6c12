r"""Sequential: layers one after the other.

Each output is the next input, so every layer takes and returns one value. It takes
modules, not functions (`nn.ReLU()`, not `torch.relu`), and not a list: unpack with `*`.
Layers are numbered, or named with an `OrderedDict`.

Attributes: Shapes
    x: (N, D) float32
    y: (N, K) float32

Raises:
    TypeError: `nn.Sequential([nn.Linear(4, 8), nn.ReLU()])` list is not a Module
        subclass
    TypeError: `nn.Sequential(nn.Linear(4, 8), nn.ReLU)` ReLU is not a Module subclass
    RuntimeError: `nn.Sequential(nn.Linear(4, 8), nn.Linear(7, 3))(x)` mat1 and mat2
        shapes cannot be multiplied (2x8 and 7x3)
"""

from collections import OrderedDict

import torch
from torch import nn

layers = [nn.Linear(4, 8), nn.ReLU()]
model = nn.Sequential(*layers, nn.Linear(8, 3))
x = torch.ones(2, 4)
y = model(x)
print(model)
#> Sequential(
#>   (0): Linear(in_features=4, out_features=8, bias=True)
#>   (1): ReLU()
#>   (2): Linear(in_features=8, out_features=3, bias=True)
#> )

# By number, also a part of it.
print(model[0].out_features, len(model[:2]))
#> 8 2
hidden = model[:2](x)  # (2, 8)
model.append(nn.Linear(3, 5))
print(len(model), model(x).shape)
#> 4 torch.Size([2, 5])

named = nn.Sequential(OrderedDict(body=nn.Linear(4, 8), head=nn.Linear(8, 3)))
print(named.head)
#> Linear(in_features=8, out_features=3, bias=True)
print(list(named.state_dict()))
#> ['body.weight', 'body.bias', 'head.weight', 'head.bias']
