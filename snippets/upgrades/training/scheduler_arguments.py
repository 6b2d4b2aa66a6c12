r"""step(epoch), get_lr, verbose: the scheduler counts by itself.

`verbose=` raises: print `get_last_lr()`. `scheduler.step(epoch)` and `get_lr()` warn,
but not `step(epoch)` of `CosineAnnealingWarmRestarts`; `get_lr()` called by hand gives
another rate than the one in use where a step is due. The place of the call: [order of
calls](../schedulers/combine.md#order_of_calls).

Raises:
    TypeError: `StepLR(optimizer, 2, verbose=True)` unexpected keyword argument
        'verbose'

Warns:
    UserWarning: `scheduler.get_lr()` To get the last learning rate computed by the
        scheduler, please use `get_last_lr()`.
    UserWarning: `scheduler.step(5)` The epoch parameter in `scheduler.step()` was not
        necessary and is being deprecated where possible.

Asked as:
    scheduler.step(epoch) at the top of the loop; scheduler.get_lr() gives a wrong
    number; StepLR(optimizer, 30, verbose=True) TypeError; ReduceLROnPlateau(optimizer,
    verbose=True) unexpected keyword; lr_scheduler verbose argument was removed
"""

import warnings

import torch
from torch.optim.lr_scheduler import StepLR


def made():
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.ones(1))], lr=1.0)
    scheduler = StepLR(optimizer, step_size=2)
    optimizer.step()
    return optimizer, scheduler


optimizer, old = made()
optimizer, scheduler = made()
for epoch in range(1, 4):
    scheduler.step()  # <-
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # they are listed below
        old.step(epoch)
        print(scheduler.get_last_lr(), old.get_last_lr(), scheduler.get_lr())
        #> [1.0] [1.0] [1.0]
        #> [0.1] [0.1] [0.010000000000000002]
        #> [0.1] [0.1] [0.1]
