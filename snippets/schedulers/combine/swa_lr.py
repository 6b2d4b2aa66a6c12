"""SWALR: to a constant rate, for weight averaging.

Anneals from the rate in use to `swa_lr` in `anneal_epochs` and stays there while
`AveragedModel` averages the weights. See
[weight averaging](../optimizers/practice.md#weight_averaging).
"""

import torch
from torch import nn
from torch.optim.swa_utils import SWALR

model = nn.Linear(1, 1, bias=False)  # one parameter
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = SWALR(optimizer, swa_lr=0.02, anneal_epochs=4, anneal_strategy="linear")

rates = []
for epoch in range(8):
    rates.append(optimizer.param_groups[0]["lr"])
    optimizer.step()
    scheduler.step()
print([round(rate, 3) for rate in rates])
#> [0.1, 0.08, 0.06, 0.04, 0.02, 0.02, 0.02, 0.02]
