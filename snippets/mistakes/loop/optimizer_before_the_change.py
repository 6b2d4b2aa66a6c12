"""Optimizer made before the change: new parameters stand still.

An optimizer holds the parameter objects that it was given. A layer that is replaced
afterwards has new ones: they get gradients, and nobody moves them. The rest of the
model goes on learning around the random layer, so the loss may still fall. The same
happens after `load_state_dict(assign=True)` and `copy.deepcopy(model)`; `.double()` and
an ordinary `load_state_dict` keep the objects. First finish
[the model](../finetune/index.md#replace_head), then make the optimizer.

Asked as:
    new head does not train; replaced layer keeps its random weights; optimizer holds
    the old parameters; model.fc replaced after creating the optimizer; optimizer before
    or after changing the model; loaded with assign=True and training does nothing;
    trained a deepcopy and nothing moves; optimizer does not see the new layer;
    parameters have gradients but do not change; layer has a gradient but is not updated
"""

import copy

import torch
from torch import nn


def standing(change, optimizer_first):
    model = nn.Sequential(nn.Linear(4, 8), nn.Linear(8, 3))
    if optimizer_first:
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        model = change(model)
    else:
        model = change(model)
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)  # <-
    before = {name: p.detach().clone() for name, p in model.named_parameters()}
    model(torch.ones(2, 4)).square().sum().backward()
    optimizer.step()
    return [name for name, p in model.named_parameters() if p.equal(before[name])]


def new_head(model):
    model[1] = nn.Linear(8, 5)
    return model


def assigned(model):
    model.load_state_dict(copy.deepcopy(model.state_dict()), assign=True)
    return model


# Wrong: the optimizer first. What has not moved after a step:
for change in (new_head, assigned, copy.deepcopy):
    print(change.__name__, standing(change, optimizer_first=True))
    #> new_head ['1.weight', '1.bias']
    #> assigned ['0.weight', '0.bias', '1.weight', '1.bias']
    #> deepcopy ['0.weight', '0.bias', '1.weight', '1.bias']

# Right: the optimizer last.
for change in (new_head, assigned, copy.deepcopy):
    print(change.__name__, standing(change, optimizer_first=False))
    #> new_head []
    #> assigned []
    #> deepcopy []
