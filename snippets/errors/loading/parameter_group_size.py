r"""loaded state dict contains a parameter group that doesn't match: other parameters.

An optimizer's state knows parameters by their number, not by name. It loads into an
optimizer that was made from as many parameters in the same groups; another order loads
without a word, and is wrong. Usual causes: layers were frozen or unfrozen between
saving and loading, and the optimizer got those with `requires_grad` only; the head was
replaced by one of more layers; groups with their own rates in one of the two programs.
See [one rate for each group](../finetune/index.md#rates_by_group).

Raises:
    ValueError: `adam(rest).load_state_dict(saved)` loaded state dict contains a
        parameter group that doesn't match the size of optimizer's group
    ValueError: `adam(groups).load_state_dict(saved)` loaded state dict has a different
        number of parameter groups

Asked as:
    unfroze the backbone, cannot resume the optimizer; optimizer.load_state_dict fails,
    model loads well; different number of parameter groups; added a layer, optimizer
    checkpoint does not fit; GAN, loaded the discriminator's optimizer into the
    generator's; requires_grad filter changes the optimizer's state
"""

import textwrap

import torch
from torch import nn


def adam(parameters):
    return torch.optim.Adam(parameters, lr=1e-3)


model = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 3))
saved = adam(model.parameters()).state_dict()
print(saved["param_groups"][0]["params"])
#> [0, 1, 2, 3]

model[0].requires_grad_(False)
rest = [p for p in model.parameters() if p.requires_grad]
groups = [{"params": list(layer.parameters())} for layer in model]
try:
    adam(rest).load_state_dict(saved)
except ValueError as error:
    print(textwrap.fill(str(error), 80))
    #> loaded state dict contains a parameter group that doesn't match the size of
    #> optimizer's group

# Frozen since: give the optimizer all; without a gradient they stay as they are.
optimizer = adam(model.parameters())  # <-
optimizer.load_state_dict(saved)

# Layers or groups that are new: load first, then add them.
head = nn.Linear(3, 3)
optimizer.add_param_group({"params": head.parameters(), "lr": 1e-2})
print([len(group["params"]) for group in optimizer.param_groups])
#> [4, 2]
