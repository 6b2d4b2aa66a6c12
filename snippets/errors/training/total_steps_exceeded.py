r"""The specified number of total steps: OneCycleLR is at its end and steps again.

`OneCycleLR` knows its length, and `step` past it is an error. Usual causes: it is
called in each batch, and the total was counted in epochs; `len(dataset)` was divided by
the batch size and rounded down, which leaves out the last, smaller batch; training goes
on after a restart, for more epochs. Take `epochs` and `len(loader)`. See
[`one_cycle_lr`](../schedulers/schedules.md#one_cycle_lr).

Raises:
    ValueError: `scheduler.step()` The specified number of total steps is 3
    ValueError: `OneCycleLR(optimizer, 0.1, total_steps=7 / 2)` Expected positive
        integer total_steps, but got 3.5

Also worded:
    ValueError: Tried to step 1002 times. The specified number of total steps is 1000
    ValueError: Tried to step 2252 times. The specified number of total steps is 2250

Asked as:
    scheduler runs out of steps in the last epoch; steps_per_epoch one too small;
    continue training after OneCycleLR has finished; one cycle policy and gradient
    accumulation, number of steps; total_steps is a float; resume one cycle training for
    more epochs
"""

import torch
from torch.optim.lr_scheduler import OneCycleLR
from torch.utils.data import DataLoader

w = torch.ones(2, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
loader = DataLoader(torch.zeros(7, 2), batch_size=2)
scheduler = OneCycleLR(optimizer, max_lr=0.1, total_steps=len(loader.dataset) // 2)
try:
    for _ in loader:
        optimizer.step()
        scheduler.step()
except ValueError as error:
    print(error)
    #> Tried to step 4 times. The specified number of total steps is 3

# Counted from the data set: the length of the loader has the last batch too.
epochs = 2
whole = OneCycleLR(optimizer, max_lr=0.1, total_steps=epochs * len(loader))  # <-
for _ in range(epochs):
    for _ in loader:
        optimizer.step()
        whole.step()
print(whole.total_steps)
#> 8

# A step for every second batch only: count the steps, rounded up.
print(epochs * -(-len(loader) // 2))
#> 4
