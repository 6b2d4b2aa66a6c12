r"""No inf checks were recorded for this optimizer: it has no gradients.

`GradScaler.step` looks at the gradients of the optimizer's parameters and finds none.
Usual causes: `backward` was not called, or `zero_grad()` stands between it and `step`;
the optimizer holds the parameters of another model, or of one made again since; all of
its parameters are frozen, or not part of the loss. See
[`mixed_precision_cuda`](../training/index.md#mixed_precision_cuda).

Raises:
    AssertionError: `scaler.step(other)` No inf checks were recorded for this optimizer.

Also worded:
    AssertionError: No inf checks were recorded prior to update.
    AssertionError: Attempted step but _scale is None. This may indicate your script did
      not use scaler.scale(loss or outputs) earlier in the iteration.
    AssertionError: Attempted update but _scale is None. This may indicate your script
      did not use scaler.scale(loss or outputs) earlier in the iteration.

Asked as:
    zero_grad between backward and scaler.step; the optimizer was made for an old copy
    of the model; mixed precision with frozen parameters fails; LoRA training with
    nothing trainable; loss.backward() without scaler.scale; parameters without
    gradients in amp
"""

import torch
from torch import nn

model, unused = nn.Linear(2, 1), nn.Linear(2, 1)
other = torch.optim.SGD(unused.parameters(), lr=0.1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scaler = torch.amp.GradScaler("cpu")
scaler.scale(model(torch.ones(4, 2)).sum()).backward()
try:
    scaler.step(other)
except AssertionError as error:
    print(error)
    #> No inf checks were recorded for this optimizer.

# Of another model: the optimizer of the one that made the loss.
scaler.step(optimizer)  # <-
scaler.update()

# The order: clear, scale, backward, step, update.
optimizer.zero_grad()
scaler.scale(model(torch.ones(4, 2)).sum()).backward()
scaler.step(optimizer)
scaler.update()

# Parts that are trained at times only: step those that have a gradient.
scaler.scale(model(torch.ones(4, 2)).sum()).backward()
for each in (optimizer, other):
    if any(p.grad is not None for group in each.param_groups for p in group["params"]):
        scaler.step(each)
scaler.update()
