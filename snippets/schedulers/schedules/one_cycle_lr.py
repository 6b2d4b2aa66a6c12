r"""OneCycleLR: one rise, one long fall.

Step it after every batch; `total_steps` $T$ is epochs times batches, or give `epochs`
and `steps_per_epoch`. The rate rises from $\eta_s$ = `max_lr` / 25 (`div_factor`) to
$\eta_m$ = `max_lr` over the first $p$ = 30 percent (`pct_start`) and falls to $\eta_e$
= $\eta_s$ / 10000 (`final_div_factor`). The rate given to the optimizer is ignored.
Momentum goes the other way, from 0.95 to 0.85 and back, even where the optimizer had
none: `cycle_momentum=False` leaves it alone.

$$\eta_t = \begin{cases} \eta_s + \frac{\eta_m - \eta_s}{2} \left(1 - \cos \frac{\pi
t}{q}\right) & t \le q \\ \eta_e + \frac{\eta_m - \eta_e}{2} \left(1 + \cos \frac{\pi (t
- q)}{T - 1 - q}\right) & t > q \end{cases} \quad q = p T - 1$$

Raises:
    ValueError: `scheduler.step()` Tried to step 51 times. The specified number of total
        steps is 50
    ValueError: `OneCycleLR(optimizer, max_lr=0.1)` You must define either total_steps
        OR (epochs AND steps_per_epoch)

Asked as:
    1cycle policy; super-convergence, superconvergence; fit_one_cycle in fastai;
    total_steps; steps_per_epoch=len(train_loader); pct_start; Leslie Smith; warm up,
    then anneal in a single cycle; div_factor and final_div_factor;
    optax.cosine_onecycle_schedule; train in very few epochs; momentum changes by
    itself; scheduler that counts batches, not epochs; OneCycleLR ignores the lr of my
    optimizer; one cycle learning rate; OneCycleLR(max_lr=0.01, steps_per_epoch=...,
    epochs=...); lr rises to a peak, then falls far below the start; high peak learning
    rate for fast training
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import OneCycleLR

model = nn.Linear(1, 1, bias=False)  # one parameter
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = OneCycleLR(optimizer, max_lr=0.1, total_steps=50)  # <-
print(optimizer.param_groups[0]["momentum"])
#> 0.95

rates = []
for batch in range(50):
    rates.append(scheduler.get_last_lr()[0])
    optimizer.step()  # after loss.backward()
    scheduler.step()
print([round(rates[batch], 4) for batch in (0, 7, 14, 24, 34, 44)])
#> [0.004, 0.052, 0.1, 0.0812, 0.0389, 0.005]
print(f"{rates[-1]:.0e}")
#> 4e-07
