r"""LinearLR: a straight line, mostly for warm-up.

From `start_factor` to `end_factor` of the first rate in `total_iters` epochs, then
constant. The default start is a third. Join it with another schedule by `SequentialLR`.

$$\eta_t = \eta_0 \left(f_s + (f_e - f_s) \frac{\min(t, T)}{T}\right)$$

Asked as:
    linear warmup; lr warm up, warm up the learning rate; start_factor and end_factor;
    optax.linear_schedule; GradualWarmupScheduler; ramp the lr up slowly at the
    beginning; training explodes in the first steps; begin with a small lr and go up to
    the normal one in 5 epochs; increase the learning rate linearly during the first
    steps; straight line learning rate; from a third of the rate to the full rate;
    LinearLR(start_factor=0.1, total_iters=5); warmup scheduler; lr grows linearly from
    a tenth to the full value; only a warmup; get_constant_schedule_with_warmup of
    transformers; linear schedule; learning rate warmup; start with a small learning
    rate
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import LinearLR

model = nn.Linear(1, 1, bias=False)  # one parameter
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = LinearLR(optimizer, start_factor=0.1, total_iters=10)  # <-

rates = []
for epoch in range(50):
    rates.append(scheduler.get_last_lr()[0])
    optimizer.step()  # after loss.backward()
    scheduler.step()
print([round(rate, 4) for rate in rates[:11:2]])
#> [0.01, 0.028, 0.046, 0.064, 0.082, 0.1]
