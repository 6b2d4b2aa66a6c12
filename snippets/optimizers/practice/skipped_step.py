"""Skipped step: the scaler leaves out a step that is not finite.

`GradScaler` starts at 65536 and halves the scale when a gradient is infinite or NaN; a
few skipped steps at the start are how it finds its scale. After 2000 good steps in a
row it doubles it. A skipped step changes no weight, so the scheduler should not move
either: after a skipped first step it warns. A scale that falls on and on means NaN in
the model, not in the scale. On the CPU here; float16 on a GPU does the same.

Attributes: Shapes
    model.weight: (1, 2) float32

Warns:
    UserWarning: `careless.step()` Detected call of `lr_scheduler.step()` before
        `optimizer.step()`

Asked as:
    GradScaler skips optimizer.step; scaler.get_scale() goes down; how do I know that
    the step was skipped; lr_scheduler.step before optimizer.step warning with amp; inf
    in the gradients with mixed precision; loss scale keeps falling, Gradient overflow,
    Skipping step; found_inf; init_scale=65536; growth_interval; scale becomes 0 or 1
    with float16; does the scheduler step when amp skips
"""

import torch
from torch import nn

model = nn.Linear(2, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5)
scaler = torch.amp.GradScaler(model.weight.device.type)

for x in (torch.tensor([[1.0, float("inf")]]), torch.ones(1, 2)):
    before = model.weight.detach().clone()
    optimizer.zero_grad()
    scaler.scale(model(x).sum()).backward()
    scale = scaler.get_scale()
    scaler.step(optimizer)
    scaler.update()
    skipped = scaler.get_scale() < scale  # <-
    if not skipped:
        scheduler.step()
    print(skipped, torch.equal(model.weight, before), scaler.get_scale())
    #> True True 32768.0
    #> False False 32768.0
print(scheduler.get_last_lr())
#> [0.05]

fresh = torch.optim.SGD(model.parameters(), lr=0.1)
careless = torch.optim.lr_scheduler.ExponentialLR(fresh, gamma=0.5)
