r"""Layers in a plain list: they are not trained.

A module sees modules assigned to its attributes, not what is inside a list, tuple or
dictionary. If all layers are hidden so, the optimizer complains; if only some are,
nothing does: they stay at their random start and on the CPU, and are not saved. Use
[`ModuleList`](../layers/containers.md#module_list) or `ModuleDict`, and
[count the parameters](../models/inspection.md#count_parameters).

Raises:
    ValueError: `torch.optim.SGD(Hidden().parameters(), lr=0.1)` optimizer got an empty
        parameter list

Asked as:
    model.parameters() is empty; some layers stay random; layers missing from state_dict
    and print(model); model.to(device) does not move layers in a list; self.layers = [];
    layers in a Python list are not registered; why is the number of parameters zero;
    submodules not found; optimizer ignores or does not see layers in a list; dict of
    layers is not saved; model does not learn because layers hide in a tuple; optimizer
    got an empty parameter list; blocks live in a Python list and are not optimized;
    loss does not go down, layers kept in a list; weights of some layers never change;
    layers in a list are not moved to the GPU; layers of a Python list are not found by
    parameters()
"""

import torch
from torch import nn


class Hidden(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = [nn.Linear(4, 4), nn.Linear(4, 2)]

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x


class Seen(Hidden):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList(self.layers)  # <-


def weight_moves(model):
    before = model[0].layers[0].weight.clone()
    model(torch.ones(1, 4)).sum().backward()
    torch.optim.SGD(model.parameters(), lr=0.1).step()
    return not before.equal(model[0].layers[0].weight)


# Wrong: of three layers the model sees the last, 6 numbers of 36.
model = nn.Sequential(Hidden(), nn.Linear(2, 2))
print(sum(p.numel() for p in model.parameters()), len(model.state_dict()))
#> 6 2
print(weight_moves(model), model.double()[0].layers[0].weight.dtype)
#> False torch.float32

# Right: a ModuleList.
model = nn.Sequential(Seen(), nn.Linear(2, 2))
print(sum(p.numel() for p in model.parameters()), len(model.state_dict()))
#> 36 6
print(weight_moves(model), model.double()[0].layers[0].weight.dtype)
#> True torch.float64
