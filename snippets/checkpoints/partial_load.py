"""Partial load: only the keys that fit by name and by shape.

Say what was left out, or a typing error passes for success: count what was loaded.

Attributes: Shapes
    model.body.weight: (4, 8) float32

Asked as:
    load only part or some of the weights of a checkpoint; load pretrained weights into
    a different model; load only the layers that match; load what you can and leave out
    the rest; pretrained_dict = {k: v for k, v in pretrained_dict.items() if k in
    model_dict}; model_dict.update(pretrained_dict); filter a state_dict by shape; skip
    layers whose size differs; ignore_mismatched_sizes=True; load_weights(by_name=True,
    skip_mismatch=True); pretrained weights into a modified architecture; old checkpoint
    after I changed some layers; copy matching weights or layers from another network;
    take over the weights of another network with the same name and shape; parameters
    that two different networks have in common; intersection of two state_dicts; how
    many tensors were really loaded; warm-start from a similar model
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
model.load_state_dict(own | fits)  # <-
print(f"{len(fits)} of {len(own)} loaded, as they were: {sorted(own.keys() - fits)}")
#> 2 of 4 loaded, as they were: ['head.bias', 'head.weight']
print(torch.equal(model.body.weight, saved["body.weight"]))
#> True
