r"""ReduceLROnPlateau.step() missing 1 required positional argument: the metric.

`ReduceLROnPlateau` decides by a number, so `step` needs one, such as the validation
loss of the epoch. Usual causes: another scheduler was replaced by it; one loop that
steps all schedulers. The others take no metric: most read `step(0.5)` as an epoch. See
[`reduce_on_plateau`](../schedulers/schedules.md#reduce_on_plateau).

Raises:
    TypeError: `plateau.step()` ReduceLROnPlateau.step() missing 1 required positional
        argument: 'metrics'

Also worded:
    TypeError: step() missing 1 required positional argument: 'metrics'

Asked as:
    scheduler.step() needs an argument; what to give ReduceLROnPlateau.step; several
    schedulers in one loop, one needs the loss; validation loss for the scheduler;
    plateau scheduler called like StepLR; replaced StepLR by ReduceLROnPlateau
"""

import torch
from torch.optim.lr_scheduler import ExponentialLR, ReduceLROnPlateau

w = torch.ones(2, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1.0)
plateau = ReduceLROnPlateau(optimizer, factor=0.1, patience=0)
try:
    plateau.step()
except TypeError as error:
    print(error)
    #> ReduceLROnPlateau.step() missing 1 required positional argument: 'metrics'

# Once an epoch, with the validation loss.
for loss in (0.5, 0.4, 0.4):
    optimizer.step()
    plateau.step(loss)  # <-
    print(plateau.get_last_lr())
    #> [1.0]
    #> [1.0]
    #> [0.1]

# Several schedulers: give it to the one that wants it.
for scheduler in (ExponentialLR(optimizer, gamma=0.5), plateau):
    optimizer.step()
    if isinstance(scheduler, ReduceLROnPlateau):
        scheduler.step(0.4)
    else:
        scheduler.step()
