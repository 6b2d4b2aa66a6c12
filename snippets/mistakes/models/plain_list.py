r"""Layers in a plain list: they are not trained.

A module sees modules assigned to its attributes, not what is inside a list, tuple or
dictionary. If all layers are hidden so, the optimizer complains; if only some are,
nothing does: they stay at their random start and on the CPU, and are not saved. Use
`ModuleList` and `ModuleDict`, and count the parameters.

Raises:
    ValueError: `torch.optim.SGD(Hidden().parameters(), lr=0.1)` optimizer got an empty
        parameter list

Asked as:
    model.parameters() is empty; some layers stay random; layers missing from state_dict
    and print(model); model.to(device) does not move layers in a list; self.layers = []
    gives no parameters; layers in a Python list are not registered; why is the number
    of parameters zero; submodules not found; optimizer ignores or does not see layers
    in a list; dict of layers is not saved; model does not learn because layers hide in
    a tuple; optimizer got an empty parameter list; blocks live in a Python list and are
    not optimized; loss does not go down, layers kept in a list; weights of some layers
    never change; layers in a list are not moved to the GPU; layers of a Python list are
    not found by parameters()
"""

import torch
from torch import nn


class Hidden(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = [nn.Linear(4, 4), nn.Linear(4, 2)]


class Seen(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(4, 4), nn.Linear(4, 2)])


print(sum(p.numel() for p in Hidden().parameters()))
#> 0
print(sum(p.numel() for p in Seen().parameters()))
#> 30
print(list(Hidden().state_dict()), len(Seen().state_dict()))
#> [] 4

hidden = Hidden().double()
print(hidden.layers[0].weight.dtype)
#> torch.float32
optimizer = torch.optim.SGD(Seen().parameters(), lr=0.1)
