"""Sequential with OrderedDict: layers with names.

[`nn.Sequential`](../layers/containers.md#sequential) numbers its layers; with an
`OrderedDict` they have names, which show in `print(model)`, in `state_dict` keys, and
as attributes. A plain `dict` is refused.

Attributes: Shapes
    x: (N, 4) float32
    y: (N, 3) float32

Raises:
    TypeError: `nn.Sequential({"fc": nn.Linear(4, 3)})` dict is not a Module subclass
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

print(model.hidden)
#> Linear(in_features=4, out_features=8, bias=True)
print(list(model.state_dict()))
#> ['hidden.weight', 'hidden.bias', 'out.weight', 'out.bias']
