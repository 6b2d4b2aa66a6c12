"""param_groups: settings by group of parameters.

A list of dictionaries, each with `params` and every option. Change a value, and the
next step uses it: schedulers do nothing else. Several groups give [different learning
rates](../finetune/index.md#rates_by_group).

Attributes: Shapes
    x: (1, 2) float32
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
print(optimizer.param_groups[0]["lr"])
#> 0.01
print(optimizer.defaults["lr"])  # what a group added later would get
#> 0.1
