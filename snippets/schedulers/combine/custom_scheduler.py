"""LRScheduler: a schedule of your own.

Return one rate a group from `get_lr`; `self.last_epoch` counts the steps, and
`self.base_lrs` are the first rates. Numbers kept on `self` are saved in `state_dict`.
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import LRScheduler


class InverseSquareRoot(LRScheduler):
    def __init__(self, optimizer, warmup):
        self.warmup = warmup  # before super(): it calls get_lr
        super().__init__(optimizer)

    def get_lr(self):
        step = self.last_epoch + 1
        factor = min(step / self.warmup, (self.warmup / step) ** 0.5)
        return [rate * factor for rate in self.base_lrs]


model = nn.Linear(1, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = InverseSquareRoot(optimizer, warmup=4)

rates = []
for step in range(16):
    rates.append(scheduler.get_last_lr()[0])
    optimizer.step()
    scheduler.step()
print([round(rate, 4) for rate in rates[::3]])
#> [0.025, 0.1, 0.0756, 0.0632, 0.0555, 0.05]
