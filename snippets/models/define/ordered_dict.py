"""Sequential with OrderedDict: layers with names.

[`nn.Sequential`](../layers/containers.md#sequential) numbers its layers; with an
`OrderedDict` they have names, which show in `print(model)`, in `state_dict` keys, and
as attributes. A plain `dict` is refused.

Attributes: Shapes
    x: (N, 4) float32
    y: (N, 3) float32

Raises:
    TypeError: `nn.Sequential({"fc": nn.Linear(4, 3)})` dict is not a Module subclass

Asked as:
    give each layer its own name; layer names like "conv1" in a Sequential container;
    can Sequential be made from a dictionary; access a Sequential layer by attribute;
    state_dict keys are 0.weight and 2.weight, readable names; keras.Sequential with
    name=; add_module; collections.OrderedDict; rename layers of a sequential model;
    readable layer names instead of (0), (1), (2); why do the keys of the state dict
    have numbers instead of names; label the layers of a Sequential; access a layer of a
    Sequential by its name
"""

from collections import OrderedDict

import torch
from torch import nn

model = nn.Sequential(
    OrderedDict(
        hidden=nn.Linear(4, 8),
        act=nn.ReLU(),
        out=nn.Linear(8, 3),
    )
)
x = torch.ones(2, 4)
y = model(x)

print(model.hidden)  # <-
#> Linear(in_features=4, out_features=8, bias=True)
print(list(model.state_dict()))
#> ['hidden.weight', 'hidden.bias', 'out.weight', 'out.bias']
