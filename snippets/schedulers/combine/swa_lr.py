"""SWALR: to a constant rate, for weight averaging.

Anneals from the rate in use to `swa_lr` in `anneal_epochs` and stays there while
`AveragedModel` averages the weights. See
[weight averaging](../optimizers/practice.md#weight_averaging).

Asked as:
    learning rate schedule for stochastic weight averaging; swa_lr=0.05; anneal_epochs;
    anneal_strategy; swa_start; constant lr for the averaging phase; scheduler of
    swa_utils; switch from cosine to a flat rate; SWALR(optimizer, swa_lr=0.05); go to a
    flat learning rate at the end while averaging weights; the scheduler that belongs to
    SWA; hold the learning rate fixed in the last epochs; schedule for the swa phase;
    SWALR(anneal_strategy="cos", anneal_epochs=5); swa scheduler in the last quarter of
    training; which lr while averaging weights; lr during swa
"""

import torch
from torch import nn
from torch.optim.swa_utils import SWALR

model = nn.Linear(1, 1, bias=False)  # one parameter
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = SWALR(optimizer, swa_lr=0.02, anneal_epochs=4)  # <-

rates = []
for epoch in range(8):
    rates.append(optimizer.param_groups[0]["lr"])
    optimizer.step()
    scheduler.step()
print([round(rate, 3) for rate in rates])
#> [0.1, 0.088, 0.06, 0.032, 0.02, 0.02, 0.02, 0.02]
