"""ChainedScheduler: several schedules at once.

Stepped together, schedules that multiply the rate in use multiply their factors:
`ConstantLR`, `LinearLR`, `ExponentialLR`, `StepLR`. `LambdaLR` and `OneCycleLR` set the
rate from the first one: beside them the factors of the others are lost.

Asked as:
    two schedulers on one optimizer at the same time; combine schedulers simultaneously,
    their effects multiply; apply two lr schedulers together in every step; constant
    warmup and exponential decay together; product of the factors; list of schedulers
    stepped as one; schedulers overwrite each other; multiply several schedules;
    ChainedScheduler([scheduler1, scheduler2]); run both schedulers at once; product of
    two schedules; step several schedulers simultaneously; combine warmup with another
    decay multiplicatively; both schedulers change the lr at every epoch; nested or
    stacked lr schedulers; two schedules active at once
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import ChainedScheduler, ConstantLR, ExponentialLR

model = nn.Linear(1, 1, bias=False)  # one parameter
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
constant = ConstantLR(optimizer, factor=0.1, total_iters=2)
exponential = ExponentialLR(optimizer, gamma=0.9)
scheduler = ChainedScheduler([constant, exponential], optimizer)  # <-

rates = []
for epoch in range(20):
    rates.append(scheduler.get_last_lr()[0])
    optimizer.step()
    scheduler.step()
print([round(rate, 5) for rate in rates[:6]])
#> [0.01, 0.009, 0.081, 0.0729, 0.06561, 0.05905]
print(round(0.1 * 0.9**5, 5))
#> 0.05905
