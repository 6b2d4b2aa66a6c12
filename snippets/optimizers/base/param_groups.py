"""param_groups: settings by group of parameters.

A list of dictionaries, each with `params` and every option. Change a value, and the
next step uses it (but for `lr` in Rprop and ASGD): schedulers do so. Several groups
give [different learning rates](../finetune/index.md#rates_by_group).

Attributes: Shapes
    x: (1, 2) float32

Asked as:
    change the learning rate by hand; set the learning rate of an optimizer;
    adjust_learning_rate; set a new lr without a scheduler;
    K.set_value(model.optimizer.lr); optimizer.defaults; read momentum or weight_decay
    of an optimizer; halve the lr by hand, divide it by ten manually; edit
    hyperparameters between epochs; list of dicts given to the optimizer; set lr of an
    existing optimizer without making it anew; optimizer.param_groups[0]["lr"] = 0.001;
    for g in optimizer.param_groups; what is inside optimizer.param_groups; settings and
    options of an optimizer; hyperparameters per group of weights; lower the learning
    rate manually in the middle of training; modify learning rate or momentum after the
    optimizer was made; change lr manually
"""

import torch
from torch import nn

x = torch.ones(1, 2)
model = nn.Linear(2, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)

group = optimizer.param_groups[0]
print(len(optimizer.param_groups), len(group["params"]))
#> 1 2
print({k: group[k] for k in ("lr", "momentum", "weight_decay", "nesterov")})
#> {'lr': 0.1, 'momentum': 0.9, 'weight_decay': 0, 'nesterov': False}

group["lr"] = 0.01
print(optimizer.param_groups[0]["lr"])  # <-
#> 0.01
print(optimizer.defaults["lr"])  # what a group added later would get
#> 0.1
