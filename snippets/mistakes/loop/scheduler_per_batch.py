"""Scheduler in the wrong loop: epochs counted as batches, or batches as epochs.

A scheduler counts its own calls and does not know what they stand for. A decay over 100
epochs, stepped in batches, is over after 100 batches, and training stands still; a
cosine goes down and up again. `OneCycleLR`, set up in batches and stepped once an
epoch, stays in its warm-up if an epoch has four batches or more. Print the
[rate](../schedulers/combine.md#read_the_rate) at the end of each epoch; the right place
is in the [order of calls](../schedulers/combine.md#order_of_calls).

Asked as:
    scheduler.step() inside the batch loop by mistake; learning rate is almost zero
    after one epoch; learning rate decays too fast; training stops improving after the
    first epoch, lr 1e-10; StepLR called every batch; CosineAnnealingLR goes up and down
    within an epoch; OneCycleLR stepped once per epoch; OneCycleLR never reaches max_lr;
    learning rate hardly changes with OneCycleLR; lr stays at the warm-up value;
    scheduler in the wrong loop; T_max counted in epochs but stepped per batch
"""

import torch
from torch.optim.lr_scheduler import OneCycleLR, StepLR

EPOCHS, BATCHES = 6, 20


def rates(make, per_batch):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.1)
    scheduler, used = make(optimizer), []
    for epoch in range(EPOCHS):
        for batch in range(BATCHES):
            optimizer.step()
            rate = scheduler.get_last_lr()[0]
            if per_batch:
                scheduler.step()
        if not per_batch:
            scheduler.step()
        used.append(f"{rate:.0e}")  # that of the last batch of the epoch
    return " ".join(used)


def step_lr(optimizer):
    return StepLR(optimizer, step_size=2)  # a tenth after two epochs


def one_cycle(optimizer):
    return OneCycleLR(optimizer, max_lr=0.1, total_steps=EPOCHS * BATCHES)


# Wrong: epochs stepped per batch, batches per epoch.
print(rates(step_lr, per_batch=True))
#> 1e-10 1e-20 1e-30 1e-40 1e-50 1e-60
print(rates(one_cycle, per_batch=False))
#> 4e-03 4e-03 5e-03 6e-03 7e-03 9e-03

# Right:
print(rates(step_lr, per_batch=False))  # <-
#> 1e-01 1e-01 1e-02 1e-02 1e-03 1e-03
print(rates(one_cycle, per_batch=True))
#> 6e-02 1e-01 8e-02 5e-02 1e-02 4e-07
