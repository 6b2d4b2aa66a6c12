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

Asked as:
    build a feedforward model like Keras Sequential; stack layers; define a simple
    network without a class; nn.Sequential(*list_of_layers), unpack with a star;
    model.add; chain layers, model without a class; output of the first few layers,
    model[:2]; index a layer by its number; nn.Sequential with a list of modules; two
    inputs in a Sequential; mix functions and layers in a Sequential; add or append a
    layer to an existing Sequential; pipeline of layers executed in order; make an MLP
    in three lines; index layers of an nn.Sequential; combine several layers in one
    module; make a model from a list of layers or sizes; sequential model; add a layer
    after the model is made
"""

from collections import OrderedDict

import torch
from torch import nn

model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3))  # <-
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
model.append(nn.Linear(3, 5))
print(len(model), model(x).shape)
#> 4 torch.Size([2, 5])

layers = [nn.Linear(4, 8), nn.ReLU()]
hidden = nn.Sequential(*layers)(x)  # (2, 8)

named = nn.Sequential(OrderedDict(body=nn.Linear(4, 8), head=nn.Linear(8, 3)))
print(named.head)
#> Linear(in_features=8, out_features=3, bias=True)
print(list(named.state_dict()))
#> ['body.weight', 'body.bias', 'head.weight', 'head.bias']
