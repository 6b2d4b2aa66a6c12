r"""CosineAnnealingWarmRestarts: cosine again and again.

After `T_0` epochs the rate jumps back up; each further cycle is $m$ = `T_mult` times as
long: here 10, 20, 40 epochs. Stop at the end of a cycle, where the rate is least. For
steps within an epoch, `scheduler.step(epoch + i / batches)` takes a fraction. $i$
counts the restarts so far, $T_i$ is the length of the cycle and $T_\text{cur}$ the
epochs since it began.

$$\eta_t = \eta_\text{min} + \frac{\eta_0 - \eta_\text{min}}{2} \left(1 + \cos \frac{\pi
T_\text{cur}}{T_i}\right)$$

$$T_i = T_0 \, m^i, \quad T_\text{cur} = t - \sum_{j < i} T_j$$

Raises:
    ValueError: `CosineAnnealingWarmRestarts(optimizer, T_0=10, T_mult=0.5)` Expected
        integer T_mult >= 1, but got 0.5

Asked as:
    SGDR, warm restarts; T_0 and T_mult;
    tf.keras.optimizers.schedules.CosineDecayRestarts; optax.sgdr_schedule; snapshot
    ensemble; lr jumps back to the start after each cycle; escape a local minimum by
    raising the rate; sawtooth; restart the cosine every few epochs, longer and longer
    cycles; step with a fraction of an epoch; cosine schedule with restarts; reset the
    learning rate to the start periodically; CosineAnnealingWarmRestarts(T_0=10,
    T_mult=2); periodic cosine with T_0 epochs; lr goes up suddenly at the end of a
    cycle; first cycle 10 epochs, then 20, then 40; stochastic gradient descent with
    warm restarts; get_cosine_with_hard_restarts_schedule
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import CosineAnnealingWarmRestarts

model = nn.Linear(1, 1, bias=False)  # one parameter
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = CosineAnnealingWarmRestarts(optimizer, T_0=10, T_mult=2)  # <-

rates = []
for epoch in range(50):
    rates.append(scheduler.get_last_lr()[0])
    optimizer.step()  # after loss.backward()
    scheduler.step()
print([round(rates[epoch], 4) for epoch in (0, 5, 9, 10, 20, 29, 30)])
#> [0.1, 0.05, 0.0024, 0.1, 0.05, 0.0006, 0.1]
