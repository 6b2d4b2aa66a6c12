"""get_last_lr: the rate in use.

A list, one rate a parameter group, as `step` last wrote it to
`optimizer.param_groups[i]["lr"]`. `get_lr()` is internal, and `verbose=` is gone: print
the rate yourself.

Warns:
    UserWarning: `scheduler.get_lr()` To get the last learning rate computed by the
        scheduler, please use `get_last_lr()`.

Raises:
    TypeError: `ExponentialLR(optimizer, gamma=0.5, verbose=True)` unexpected keyword
        argument 'verbose'

Also worded:
    UserWarning: The verbose parameter is deprecated. Please use get_last_lr() to access
      the learning rate.

Asked as:
    print the current lr; get lr from the optimizer or scheduler; log the lr;
    LearningRateMonitor; scheduler verbose=True; K.get_value(model.optimizer.lr);
    initial_lr; show lr in a progress bar; get_lr() returns a wrong number; show the
    learning rate now; optimizer.learning_rate.numpy(); scheduler.get_last_lr(); please
    use get_last_lr() to get the last learning rate; verbose does not work any more in a
    scheduler; plot or log the lr of every epoch; see the actual lr that the optimizer
    uses; write the lr to the log each epoch; which lr am I training at; plot the
    learning rate schedule; current learning rate
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import ExponentialLR

model = nn.Linear(1, 1, bias=False)  # one parameter
optimizer = torch.optim.SGD(model.parameters(), lr=0.8)
scheduler = ExponentialLR(optimizer, gamma=0.5)

optimizer.step()
scheduler.step()
print(scheduler.get_last_lr())  # <-
#> [0.4]
print(optimizer.param_groups[0]["lr"], optimizer.param_groups[0]["initial_lr"])
#> 0.4 0.8
