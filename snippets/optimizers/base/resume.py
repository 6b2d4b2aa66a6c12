"""optimizer.load_state_dict: go on as if never stopped.

Make model and optimizer anew, then load both. Without the optimizer's state the
averages start at zero and the run differs. Parameters are matched by order, not by
name. The whole run, with model and schedule: [Resume](../checkpoints/index.md#resume).

Attributes: Shapes
    x: (8, 3) float32

Raises:
    ValueError: `torch.optim.Adam([model.weight]).load_state_dict(saved)` loaded state
        dict contains a parameter group that doesn't match the size of optimizer's group

Asked as:
    load the optimizer so that training continues as before; restore the state of Adam
    after a restart; loss jumps after loading a checkpoint; why does the optimizer have
    to be saved; tf.train.Checkpoint(optimizer=optimizer); loaded state dict has a
    different number of parameter groups; continue with the same momentum after
    reloading; optimizer.set_weights; training is worse after a restart; put back the
    moments of Adam; optimizer.load_state_dict(checkpoint["optimizer"]); parameter group
    that doesn't match the size of optimizer's group; loss is higher after reload
    because Adam starts from zero; load a saved optimizer; loss spike after resuming,
    optimizer not loaded; save and load the state of an optimizer; reload the moments of
    Adam from a file; optimizer forgot its momentum after loading
"""

import copy

import torch
from torch import nn

torch.manual_seed(0)
x = torch.randn(8, 3)
model = nn.Linear(3, 1)
optimizer = torch.optim.Adam(model.parameters(), lr=0.1)


def train(model, optimizer, steps):
    for _ in range(steps):
        optimizer.zero_grad()
        model(x).pow(2).mean().backward()
        optimizer.step()
    return model.weight.detach().clone()


train(model, optimizer, steps=5)
other, forgetful = copy.deepcopy(model), copy.deepcopy(model)
saved = copy.deepcopy(optimizer.state_dict())
expected = train(model, optimizer, steps=5)

restored = torch.optim.Adam(other.parameters(), lr=0.1)
restored.load_state_dict(saved)  # <-
print(train(other, restored, steps=5).equal(expected))
#> True
fresh = torch.optim.Adam(forgetful.parameters(), lr=0.1)
print(train(forgetful, fresh, steps=5).equal(expected))
#> False
