r"""OneCycleLR: one rise, one long fall.

Stepped after every batch; `total_steps` is epochs times batches, or give `epochs` and
`steps_per_epoch`. From $a$ to $b$ over the share $p$ of each phase: it starts at max_lr
/ 25, peaks after 30 percent, and ends near zero; the first rate of the optimizer is
ignored. Momentum falls while the rate rises.

$$\eta_t = b + \frac{a - b}{2} (1 + \cos \pi p)$$

Raises:
    ValueError: `(scheduler.step(), scheduler.step())` Tried to step 52 times. The
        specified number of total steps is 51
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import OneCycleLR

model = nn.Linear(1, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = OneCycleLR(optimizer, max_lr=0.1, total_steps=51)

rates = []
for batch in range(50):
    rates.append(scheduler.get_last_lr()[0])
    optimizer.step()  # after loss.backward()
    scheduler.step()
print([round(rate, 4) for rate in rates[::10]])
#> [0.004, 0.0801, 0.0938, 0.0594, 0.0181]
