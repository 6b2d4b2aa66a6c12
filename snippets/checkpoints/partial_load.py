"""Partial load: only the keys that fit by name and by shape.

Say what was left out, or a typing error passes for success: count what was loaded.

Attributes: Shapes
    model.body.weight: (4, 8) float32
"""

from collections import OrderedDict

import torch
from torch import nn


def net(classes):
    layers = {"body": nn.Linear(8, 4), "head": nn.Linear(4, classes)}
    return nn.Sequential(OrderedDict(layers))


torch.manual_seed(0)
saved = net(10).state_dict()
model = net(3)

own = model.state_dict()
fits = {
    name: value
    for name, value in saved.items()
    if name in own and value.shape == own[name].shape
}
model.load_state_dict(own | fits)
print(f"{len(fits)} of {len(own)} loaded, as they were: {sorted(own.keys() - fits)}")
#> 2 of 4 loaded, as they were: ['head.bias', 'head.weight']
print(torch.equal(model.body.weight, saved["body.weight"]))
#> True
