r"""CosineAnnealingWarmRestarts: cosine again and again.

After `T_0` epochs the rate jumps back up; each further cycle is `T_mult` times as long.
Here 10, 20, 40 epochs. $T_\text{cur}$ counts epochs since the last restart, and $T_i$
is the length of the cycle.

$$\eta_t = \eta_\text{min} + \frac{\eta_0 - \eta_\text{min}}{2} \left(1 + \cos \frac{\pi
T_\text{cur}}{T_i}\right)$$
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import CosineAnnealingWarmRestarts

model = nn.Linear(1, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = CosineAnnealingWarmRestarts(optimizer, T_0=10, T_mult=2)

rates = []
for epoch in range(50):
    rates.append(scheduler.get_last_lr()[0])
    optimizer.step()  # after loss.backward()
    scheduler.step()
print([round(rate, 4) for rate in rates[::5]])
#> [0.1, 0.05, 0.1, 0.0854, 0.05, 0.0146, 0.1, 0.0962, 0.0854, 0.0691]
