r"""unscale_() has already been called on this optimizer: once for each update.

With `GradScaler` the order is scale, `backward`, `unscale_` (only where gradients are
clipped or read), `step`, `update`. Usual causes: with accumulated gradients, `unscale_`
is called for each part, not for each step; a bad batch is skipped after `unscale_`,
without `update()`. Where only `update()` is missing, the message is one of those below.
`step` divides by the scale itself if `unscale_` was not called. See
[`mixed_precision_cuda`](../training/index.md#mixed_precision_cuda).

Raises:
    RuntimeError: `twice()` unscale_() has already been called on this optimizer since
        the last update().

Also worded:
    RuntimeError: unscale_() is being called after step().
    RuntimeError: step() has already been called since the last update().

Asked as:
    scaler.update() forgotten; unscale called twice; two optimizers and one GradScaler;
    clip gradients in mixed precision fails; scaler.step called two times; where to call
    unscale_ when gradients accumulate
"""

import torch
from torch import nn

model = nn.Linear(2, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scaler = torch.amp.GradScaler("cpu")
x = torch.ones(4, 2)


def twice():
    scaler.scale(model(x).sum()).backward()
    scaler.unscale_(optimizer)
    scaler.unscale_(optimizer)


try:
    twice()
except RuntimeError as error:
    print(error)
    #> unscale_() has already been called on this optimizer since the last update().
scaler.update()

# One of each in a step, `update` at the end.
for _ in range(2):
    optimizer.zero_grad()
    scaler.scale(model(x).sum()).backward()
    scaler.unscale_(optimizer)
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    scaler.step(optimizer)
    scaler.update()  # <-

# Accumulated gradients: unscale and step when the last part is in.
optimizer.zero_grad()
for part in x.chunk(2):
    scaler.scale(model(part).sum() / 2).backward()
scaler.unscale_(optimizer)
scaler.step(optimizer)
scaler.update()
