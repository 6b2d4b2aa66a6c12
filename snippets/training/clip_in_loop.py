"""Clipping in the loop: between backward and step, and log the norm.

What [`clip_grad_norm_`](../optimizers/practice.md#clip_grad_norm) does, at its place in
the loop. Once a step, after the last `backward` of an accumulation. With a `GradScaler`
call `scaler.unscale_(optimizer)` first: the scaled gradients are 65,536 times as long
at first. The norm before clipping tells when training goes astray.

Attributes: Shapes
    norm: () float32, before clipping

Asked as:
    where do I put clip_grad_norm_; does clip_grad_norm_ go after loss.backward(); clip
    before or after backward, before or after optimizer.step; order of backward, clip
    and step; clip gradients in the train loop; gradient clipping in a training step,
    where and when; scaler.unscale_ before clip_grad_norm_; unscale before clipping;
    correct place to clip with mixed precision; clip once per step with gradient
    accumulation; log, record or monitor the gradient norm while training; print the
    norm of the gradients each step; grad_norm per step, monitor spikes; total_norm
    returned by clipping; loss explodes in some steps, watch the gradients; is my
    training exploding, watch the norm; clip_grad_norm_ has no effect; how far can a
    clipped SGD step move the weights; where to clip the gradients
"""

import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
model = nn.Linear(4, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
inputs, targets = torch.randn(8, 4), 100 * torch.randn(8, 1)  # far too large

before = model.weight.detach().clone()
optimizer.zero_grad()
F.mse_loss(model(inputs), targets).backward()
norm = nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)  # <-
optimizer.step()

moved = (model.weight - before).norm()
print(norm > 10, moved <= 0.1)  # at most lr * max_norm
#> tensor(True) tensor(True)
