"""Different learning rates: a dictionary a group.

What a group does not say comes from the keyword arguments. A common use: a pretrained
body with a small rate, a new head with a large one. A parameter may be in one group
only.

Raises:
    ValueError: `torch.optim.SGD([{"params": [w]}, {"params": [w]}], lr=0.1)` some
        parameters appear in more than one parameter group
"""

import torch
from torch import nn

model = nn.ModuleDict({"body": nn.Linear(4, 4), "head": nn.Linear(4, 2)})
w = model["head"].weight

optimizer = torch.optim.SGD(
    [
        {"params": model["body"].parameters(), "lr": 0.001},
        {"params": model["head"].parameters()},
    ],
    lr=0.1,
    momentum=0.9,
)
for group in optimizer.param_groups:
    print(group["lr"], group["momentum"], len(group["params"]))
    #> 0.001 0.9 2
    #> 0.1 0.9 2
