r"""PolynomialLR: down to zero by a power.

Power 1 is a straight line to 0; 0.9 is common in segmentation. After `total_iters` the
rate is 0.

$$\eta_t = \eta_0 \left(1 - \frac{\min(t, T)}{T}\right)^p$$

Asked as:
    poly lr policy, poly learning rate; tf.keras.optimizers.schedules.PolynomialDecay;
    optax.polynomial_schedule; linear decay of the learning rate down to zero; DeepLab
    schedule; lr_policy "poly"; get_polynomial_decay_schedule_with_warmup; learning rate
    is 0 at the end; lr schedule for semantic segmentation; lr decay to zero; lr =
    base_lr * (1 - iter / max_iter) ** power; PolynomialLR(total_iters=100, power=1.0);
    decrease the lr along a straight line; learning rate decreases linearly to 0 at the
    last epoch; poly schedule for semantic segmentation; learning rate falls along a
    line to nothing
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import PolynomialLR

model = nn.Linear(1, 1, bias=False)  # one parameter
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = PolynomialLR(optimizer, total_iters=50, power=0.9)  # <-

rates = []
for epoch in range(50):
    rates.append(scheduler.get_last_lr()[0])
    optimizer.step()  # after loss.backward()
    scheduler.step()
print([round(rate, 4) for rate in rates[::10]])
#> [0.1, 0.0818, 0.0631, 0.0438, 0.0235]
