r"""The epoch parameter in scheduler.step() was not necessary: call it without one.

A warning: a scheduler counts by itself. Usual causes: `scheduler.step(epoch)` of old
code; a loss given to a scheduler other than `ReduceLROnPlateau`, which is taken for an
epoch. For fractions of an epoch `CosineAnnealingWarmRestarts` still takes it. See
[`order_of_calls`](../schedulers/combine.md#order_of_calls).

Warns:
    UserWarning: `scheduler.step(3)` The epoch parameter in `scheduler.step()` was not
        necessary and is being deprecated where possible. Please use `scheduler.step()`
        to step the scheduler.

Asked as:
    scheduler.step(epoch) warns; loss passed to StepLR.step; closed form is used instead
    of the new chainable form; loss given to a scheduler that counts epochs; old
    training loop with scheduler.step(epoch); jump to an epoch of the schedule
"""

import warnings

import torch
from torch.optim.lr_scheduler import CosineAnnealingWarmRestarts, ExponentialLR

w = torch.ones(2, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1.0)
scheduler = ExponentialLR(optimizer, gamma=0.5)
optimizer.step()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    scheduler.step(1)
print(str(caught[0].message).split(" where")[0])
#> The epoch parameter in `scheduler.step()` was not necessary and is being deprecated

# An epoch: leave it out.
scheduler.step()  # <-
print(scheduler.last_epoch, scheduler.get_last_lr())
#> 2 [0.25]

# Within an epoch: warm restarts take a fraction.
restarts = CosineAnnealingWarmRestarts(torch.optim.SGD([w], lr=1.0), T_0=2)
restarts.step(0.5)
print(round(restarts.get_last_lr()[0], 3))
#> 0.854
