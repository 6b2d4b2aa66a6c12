"""SequentialLR: one schedule after another.

`milestones` are the epochs at which the next one takes over, and that one counts from 0
again, most from the optimizer's first rate. One milestone fewer than schedulers.
`ReduceLROnPlateau` cannot be a part: step it by itself.

Raises:
    ValueError: `SequentialLR(optimizer, [first, second], milestones=[3, 6])` Sequential
        Schedulers expects number of schedulers provided to be one more than the number
        of milestone points
    ValueError: `SequentialLR(optimizer, [first, plateau], milestones=[3])` does not
        support `ReduceLROnPlateau` scheduler

Asked as:
    warm-up followed by another scheduler; optax.join_schedules; milestones between two
    schedulers; ConcatScheduler of ignite; switch from one scheduler to another after
    some epochs; combine a warmup scheduler with a step scheduler; difference between
    SequentialLR and ChainedScheduler; warm-up before ReduceLROnPlateau; phases with
    different schedulers; linear warm-up and linear decay;
    get_linear_schedule_with_warmup; SequentialLR(schedulers=[...], milestones=[5]);
    switch the lr schedule in the middle of training; chain schedulers in sequence, one
    after another; first constant, then exponential; put two schedulers one after the
    other; first scheduler A, then scheduler B; several schedules, each for a part of
    the training
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import ConstantLR, ExponentialLR, SequentialLR

model = nn.Linear(1, 1, bias=False)  # one parameter
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
first = ConstantLR(optimizer, factor=0.5, total_iters=100)
second = ExponentialLR(optimizer, gamma=0.5)
plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer)
scheduler = SequentialLR(optimizer, [first, second], milestones=[3])  # <-

rates = []
for epoch in range(8):
    rates.append(scheduler.get_last_lr()[0])
    optimizer.step()
    scheduler.step()
print([round(rate, 4) for rate in rates])
#> [0.05, 0.05, 0.05, 0.1, 0.05, 0.025, 0.0125, 0.0063]
