"""Schedules and parameter groups: ratios are kept.

A schedule applies to the first rate of each group, so with most of them the head here
keeps ten times the rate of the body; an `eta_min` above 0 is one number for all.
`LambdaLR` with a list has a function for each group: here the body stands still for ten
epochs. `OneCycleLR` and `CyclicLR` take a list of `max_lr`.

Raises:
    ValueError: `LambdaLR(new_optimizer(), [lambda epoch: 1.0])` Expected 2 lr_lambdas,
        but got 1

Asked as:
    different schedule for each param group or layer; list of lambdas; scheduler with
    several learning rates; hold the pretrained layers still for ten epochs; list of
    max_lr; fastai slice(1e-5, 1e-3) with annealing; scheduler changes both lrs; head
    keeps ten times the lr; new group is missing in the scheduler; lr schedule per
    parameter group; does the scheduler keep the different lrs of my groups; list of
    lr_lambda functions, one per group; schedule only the head, not the backbone;
    backbone and head with separate lr schedules; a lambda for each parameter group; two
    param groups, one scheduler; keep the backbone lr at zero, then raise it; one
    scheduler for two groups with different rates
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import CosineAnnealingLR, LambdaLR

body, head = nn.Linear(4, 4), nn.Linear(4, 2)


def new_optimizer():
    return torch.optim.SGD(
        [
            {"params": body.parameters(), "lr": 0.01},
            {"params": head.parameters(), "lr": 0.1},
        ]
    )


def run(scheduler):
    of_groups = []
    for _ in range(50):
        of_groups.append(scheduler.get_last_lr())
        scheduler.optimizer.step()
        scheduler.step()
    return [list(rates) for rates in zip(*of_groups, strict=True)]


rates = {}
rates["body"], rates["head"] = run(CosineAnnealingLR(new_optimizer(), T_max=50))
print([round(rates[name][25], 4) for name in ("body", "head")])
#> [0.005, 0.05]

factors = [lambda epoch: float(epoch >= 10), lambda epoch: 0.95**epoch]
scheduler = LambdaLR(new_optimizer(), factors)  # <-
rates["body, LambdaLR"], rates["head, LambdaLR"] = run(scheduler)
print([rates["body, LambdaLR"][epoch] for epoch in (0, 9, 10, 49)])
#> [0.0, 0.0, 0.01, 0.01]
print([round(rates["head, LambdaLR"][epoch], 4) for epoch in (0, 9, 10, 49)])
#> [0.1, 0.063, 0.0599, 0.0081]
