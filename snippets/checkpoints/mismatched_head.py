"""Mismatched head: `size mismatch`, even with strict=False.

Weights for 1000 classes do not fit a head of 3. Drop the head's keys, then load with
`strict=False`; or load first and replace the head afterwards, which is safer: every
name is checked.

Attributes: Shapes
    model.head.weight: (3, 4) float32

Raises:
    RuntimeError: `net(3).load_state_dict(saved, strict=False)` size mismatch for
        head.weight: copying a param with shape torch.Size([1000, 4]) from checkpoint

Asked as:
    size mismatch when loading a checkpoint; the shape in current model is torch.Size;
    copying a param with shape from checkpoint; shapes of the last layer differ, error
    in loading state_dict; strict=False still complains about the last layer; different
    number of classes than the checkpoint; load a checkpoint with another number of
    classes; pretrained weights for other num_classes; pretrained file has 1000 classes
    and my model 5; checkpoint has 1000 outputs, I need 3; changed num_classes, cannot
    load; final classifier does not fit my data; load everything except the last layer;
    skip the head when loading; drop the classification layer of saved weights; del
    state_dict["fc.weight"]; pop fc.weight and fc.bias before loading
"""

from collections import OrderedDict

import torch
from torch import nn


def net(classes):
    layers = {"body": nn.Linear(8, 4), "head": nn.Linear(4, classes)}
    return nn.Sequential(OrderedDict(layers))


saved = net(1000).state_dict()

model = net(1000)
print(model.load_state_dict(saved))
#> <All keys matched successfully>
model.head = nn.Linear(4, 3)

other = net(3)
without_head = {k: v for k, v in saved.items() if not k.startswith("head.")}
print(other.load_state_dict(without_head, strict=False).missing_keys)  # <-
#> ['head.weight', 'head.bias']
print(torch.equal(model.body.weight, other.body.weight))
#> True
