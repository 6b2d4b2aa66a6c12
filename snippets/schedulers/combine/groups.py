"""Schedules and parameter groups: ratios are kept.

A schedule multiplies the first rate of each group. `LambdaLR` with a list has a
function for each group. A group added later needs a scheduler made after it.
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import LambdaLR, StepLR

body, head = nn.Linear(4, 4), nn.Linear(4, 2)


def new_optimizer():
    return torch.optim.SGD(
        [
            {"params": body.parameters(), "lr": 0.01},
            {"params": head.parameters(), "lr": 0.1},
        ]
    )


optimizer = new_optimizer()
scheduler = StepLR(optimizer, step_size=1, gamma=0.5)
optimizer.step()
scheduler.step()
print(scheduler.get_last_lr())
#> [0.005, 0.05]

optimizer = new_optimizer()
scheduler = LambdaLR(optimizer, [lambda epoch: 1.0, lambda epoch: 0.5**epoch])
optimizer.step()
scheduler.step()
print(scheduler.get_last_lr())
#> [0.01, 0.05]
