r"""LinearLR: a straight line, mostly for warm-up.

From `start_factor` to `end_factor` of the first rate in `total_iters` epochs, then
constant. The default start is a third. Join it with another schedule by `SequentialLR`.

$$\eta_t = \eta_0 \left(f_s + (f_e - f_s) \frac{\min(t, T)}{T}\right)$$
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import LinearLR

model = nn.Linear(1, 1, bias=False)  # one parameter
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = LinearLR(optimizer, start_factor=0.1, end_factor=1.0, total_iters=10)

rates = []
for epoch in range(50):
    rates.append(scheduler.get_last_lr()[0])
    optimizer.step()  # after loss.backward()
    scheduler.step()
print([round(rate, 4) for rate in rates[:11:2]])
#> [0.01, 0.028, 0.046, 0.064, 0.082, 0.1]
