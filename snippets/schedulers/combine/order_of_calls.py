"""Order of calls: optimizer.step(), then scheduler.step().

The other way round the first rate is skipped, and PyTorch warns. Step once an epoch, or
once a batch for `OneCycleLR`, `CyclicLR` and warm-up counted in batches. The scheduler
counts by itself: the old `scheduler.step(epoch)` warns.

Warns:
    UserWarning: `StepLR(torch.optim.SGD(model.parameters(), lr=0.1), 1).step()`
        Detected call of `lr_scheduler.step()` before `optimizer.step()`
    UserWarning: `scheduler.step(3)` The epoch parameter in `scheduler.step()` was not
        necessary and is being deprecated
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import StepLR

torch.manual_seed(0)
model = nn.Linear(2, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = StepLR(optimizer, step_size=1, gamma=0.5)
batches = [torch.ones(4, 2) for _ in range(3)]

for epoch in range(2):
    for batch in batches:
        optimizer.zero_grad()
        loss = model(batch).pow(2).mean()
        loss.backward()
        optimizer.step()
        # scheduler.step() here, if the schedule counts batches
    print(epoch, scheduler.get_last_lr())
    #> 0 [0.1]
    #> 1 [0.05]
    scheduler.step()
