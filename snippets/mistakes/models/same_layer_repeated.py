r"""[layer] * 3: one layer three times, one weight.

Multiplying a list repeats the reference, so every place holds the same module: one
weight, which gets the sum of the gradients of all places. The outputs have the right
shape, `print(model)` shows three layers, and `state_dict` has names for three; the
number of parameters tells. A batch norm used in several places mixes their running
statistics as well. Make each layer in a loop or a comprehension, as for
[`ModuleList`](../layers/containers.md#module_list), and
[count the parameters](../models/inspection.md#count_parameters).

Asked as:
    [nn.Linear(4, 4)] * 3; nn.Sequential(*[block] * 6); ModuleList of the same block
    times n; all layers of my model have identical weights after training; model has
    fewer parameters than expected; deeper model does not get better, number of
    parameters stays; same nn.Linear used several times in forward; repeating a list of
    layers shares the weights; batch norm reused in two places; can I use one batch norm
    layer twice; self.fc called twice in forward; layers share weights by accident;
    parameter count does not grow with the number of layers; nn.Sequential(*[layer] * n)
"""

import torch
from torch import nn


def report(model):  # parameters, and whether the last layer is left alone
    first, last = model[0].weight, model[2].weight
    before = last.clone()
    with torch.no_grad():
        first.add_(1)  # a change of the first layer
    return sum(p.numel() for p in model.parameters()), last.equal(before)


# Wrong: three times the same object.
model = nn.Sequential(*[nn.Linear(4, 4)] * 3)
print(report(model))
#> (20, False)

# Right: three objects.
model = nn.Sequential(*[nn.Linear(4, 4) for _ in range(3)])  # <-
print(report(model))
#> (60, True)
