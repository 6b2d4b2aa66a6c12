r"""param 'initial_lr' is not specified in param_groups[0]: last_epoch without a past.

A scheduler made with `last_epoch` of 0 or more takes the first rate from the optimizer,
where an earlier scheduler noted it. Usual causes: `last_epoch=epoch` with an optimizer
that is new; the optimizer's state is loaded after the scheduler is made. Leave
`last_epoch` out and load the scheduler's own state. See
[`save_and_restore`](../schedulers/combine.md#save_and_restore).

Raises:
    KeyError: `StepLR(fresh, step_size=10, last_epoch=20)` param 'initial_lr' is not
        specified in param_groups[0] when resuming scheduler with last_epoch >= 0.

Also worded:
    KeyError: "param 'initial_lr' is not specified in param_groups[0] when resuming an
      optimizer"

Asked as:
    resume a scheduler with last_epoch fails; KeyError initial_lr; start a schedule in
    the middle; last_epoch=start_epoch for a new optimizer; learning rate schedule after
    a restart of training; CosineAnnealingLR with last_epoch raises a KeyError
"""

import torch
from torch.optim.lr_scheduler import StepLR

w = torch.ones(2, requires_grad=True)
fresh = torch.optim.SGD([w], lr=1.0)
try:
    StepLR(fresh, step_size=10, last_epoch=20)
except KeyError as error:
    print(error.args[0].split(" when")[0])
    #> param 'initial_lr' is not specified in param_groups[0]

# A restart: save both states, make both objects, load both.
optimizer = torch.optim.SGD([w], lr=1.0)
scheduler = StepLR(optimizer, step_size=2)
for _ in range(3):
    optimizer.step()
    scheduler.step()
saved = optimizer.state_dict(), scheduler.state_dict()

optimizer = torch.optim.SGD([w], lr=1.0)
scheduler = StepLR(optimizer, step_size=2)
optimizer.load_state_dict(saved[0])
scheduler.load_state_dict(saved[1])
print(scheduler.last_epoch, scheduler.get_last_lr())
#> 3 [0.1]

# No saved state, start at epoch 3: the group has the rate of epoch 2 and the first.
group = {"params": [w], "lr": 0.1, "initial_lr": 1.0}  # <-
late = StepLR(torch.optim.SGD([group]), step_size=2, last_epoch=2)
print(late.last_epoch, late.get_last_lr())
#> 3 [0.1]
