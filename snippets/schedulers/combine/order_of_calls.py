"""Order of calls: optimizer.step(), then scheduler.step().

The other way round the first rate is skipped, and PyTorch warns. Step once an epoch, or
once a batch for `OneCycleLR`, `CyclicLR` and warm-up counted in batches. The scheduler
counts by itself: most warn at the old `scheduler.step(epoch)`, which
`CosineAnnealingWarmRestarts` is made for.

Warns:
    UserWarning: `StepLR(torch.optim.SGD(model.parameters(), lr=0.1), 1).step()`
        Detected call of `lr_scheduler.step()` before `optimizer.step()`
    UserWarning: `scheduler.step(3)` The epoch parameter in `scheduler.step()` was not
        necessary and is being deprecated

Asked as:
    how to use a learning rate scheduler; where to call scheduler.step() in the training
    loop; scheduler.step() after each batch or after each epoch; scheduler.step(epoch)
    is deprecated; PyTorch skipping the first value of the learning rate schedule;
    learning rate tiny after one epoch; scheduler step before or after optimizer step,
    warning; call it inside or outside the batch loop; learning rate never changes;
    training loop with a scheduler; lr_scheduler.step(); lr_scheduler.step() before
    optimizer.step(); how often do I step the scheduler; lr scheduler in the inner or in
    the outer loop; should scheduler.step() come after optimizer.step(); step the
    scheduler every iteration; skipping the first lr value; call the scheduler once per
    batch or once per epoch; change the learning rate during training; lr scheduler, a
    simple example; add a scheduler to the training
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
    scheduler.step()  # <-
