r"""Warm-up, stable, decay: the length need not be known before.

Up, flat, and down at the end. The rates before the decay do not depend on the length: a
checkpoint from there can be continued, or decayed to a finished model. A cosine depends
on it from the start. The last part is often a tenth to a fifth of the steps. One
function of the step is enough.

$$\eta_t = \eta_0 \min\left(1, \frac{t + 1}{w}, \max\left(0, \frac{T -
t}{d}\right)\right)$$

Asked as:
    WSD schedule; warmup-stable-decay; trapezoidal learning rate; constant learning rate
    with cooldown; get_wsd_schedule; MiniCPM schedule; learning rate flat and then
    linear to zero; continue pretraining without a fixed number of steps; cooldown
    phase; infinite learning rate schedule; schedule whose length is open; anneal at the
    end only; constant learning rate that decays in the last part of training
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import LambdaLR

epochs, warmup, decay = 50, 5, 10
model = nn.Linear(1, 1, bias=False)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)


def factor(step):
    return min(1.0, (step + 1) / warmup, max(0.0, (epochs - step) / decay))  # <-


scheduler = LambdaLR(optimizer, factor)
rates = []
for epoch in range(epochs):
    rates.append(scheduler.get_last_lr()[0])
    optimizer.step()
    scheduler.step()
print([round(rate, 3) for rate in rates[:6]])
#> [0.02, 0.04, 0.06, 0.08, 0.1, 0.1]
print([round(rate, 3) for rate in rates[38:44]])
#> [0.1, 0.1, 0.1, 0.09, 0.08, 0.07]
