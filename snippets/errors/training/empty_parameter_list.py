r"""optimizer got an empty parameter list: the module has no parameters.

The iterable that the optimizer got ends at once. Usual causes: layers are kept in a
plain list or dict, which the module does not see; `model.parameters()` was stored and
read before, for a count, say: a generator gives its values once; a filter lets nothing
through, as when all is frozen; layers are made in `forward`, or not yet. Print
`len(list(model.parameters()))`. See [`plain_list`](../mistakes/models.md#plain_list).

Raises:
    ValueError: `torch.optim.SGD(Plain().parameters(), lr=0.1)` optimizer got an empty
        parameter list

Asked as:
    layers in a python list are not found by the optimizer; filter(lambda p:
    p.requires_grad) leaves nothing; all layers frozen and the optimizer fails; counted
    the parameters, then the optimizer got none; layers created in forward are not
    trained; optimizer for a model without weights
"""

import torch
from torch import nn


class Plain(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = [nn.Linear(2, 2), nn.Linear(2, 1)]


class Listed(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(2, 2), nn.Linear(2, 1)])  # <-


try:
    torch.optim.SGD(Plain().parameters(), lr=0.1)
except ValueError as error:
    print(error)
    #> optimizer got an empty parameter list

# A list of layers: nn.ModuleList, which registers them.
model = Listed()
torch.optim.SGD(model.parameters(), lr=0.1)
print(len(list(model.parameters())))
#> 4

# A generator that was read: make a list of it.
parameters = list(model.parameters())
count = sum(p.numel() for p in parameters)
torch.optim.SGD(parameters, lr=0.1)

# A filter after freezing: something needs to be left.
model.requires_grad_(False)
model.layers[-1].requires_grad_(True)
torch.optim.SGD([p for p in model.parameters() if p.requires_grad], lr=0.1)
