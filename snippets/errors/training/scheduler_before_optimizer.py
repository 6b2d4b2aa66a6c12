r"""Detected call of lr_scheduler.step() before optimizer.step(): the order, or a skip.

A warning at the scheduler's first step, when the optimizer it was made for has not
stepped since: the first rate is skipped. Usual causes: the two calls stand the wrong
way round; the optimizer was made again after the scheduler, which holds the old one; a
`GradScaler` left out the first step because of infinite gradients. See
[`order_of_calls`](../schedulers/combine.md#order_of_calls).

Warns:
    UserWarning: `StepLR(torch.optim.SGD(model.parameters()), 1).step()` Detected call
        of `lr_scheduler.step()` before `optimizer.step()`. In PyTorch 1.1.0 and later,
        you should call them in the opposite order: `optimizer.step()` before
        `lr_scheduler.step()`.

Also worded:
    UserWarning: Seems like `optimizer.step()` has been overridden after learning rate
      scheduler initialization. Please, make sure to call `optimizer.step()` before
      `lr_scheduler.step()`.

Asked as:
    scheduler warning although the order is right; warning only with mixed precision in
    the first iteration; optimizer replaced after the scheduler was created; GradScaler
    skipped a step and the scheduler warns; scheduler.step() at the start of the epoch;
    first learning rate is skipped
"""

import warnings

import torch
from torch import nn
from torch.optim.lr_scheduler import StepLR

model = nn.Linear(2, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
scheduler = StepLR(optimizer, step_size=1, gamma=0.5)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    scheduler.step()
print(str(caught[0].message).split(". ")[0])
#> Detected call of `lr_scheduler.step()` before `optimizer.step()`

# The wrong way round: the optimizer first. And the optimizer is the scheduler's own.
optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
scheduler = StepLR(optimizer, step_size=1, gamma=0.5)
for _ in range(2):
    print(scheduler.get_last_lr())
    #> [1.0]
    #> [0.5]
    optimizer.step()  # <-
    scheduler.step()

# A GradScaler: its scale falls when it left out a step; leave out the scheduler's too.
scaler = torch.amp.GradScaler("cpu")
optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
scheduler = StepLR(optimizer, step_size=1, gamma=0.5)
for factor in (float("inf"), 1.0):
    scaler.scale(model(torch.ones(1, 2)).sum() * factor).backward()
    before = scaler.get_scale()
    scaler.step(optimizer)
    scaler.update()
    if scaler.get_scale() >= before:
        scheduler.step()
    optimizer.zero_grad()
print(scheduler.get_last_lr())
#> [0.5]
