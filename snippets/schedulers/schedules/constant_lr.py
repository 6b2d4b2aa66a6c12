r"""ConstantLR: a smaller rate for the first epochs.

The rate times `factor` for `total_iters` epochs, then the full rate at once.

$$\eta_t = \begin{cases} f \eta_0 & t < T \\ \eta_0 & t \ge T \end{cases}$$
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import ConstantLR

model = nn.Linear(1, 1, bias=False)  # one parameter
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = ConstantLR(optimizer, factor=0.5, total_iters=5)

rates = []
for epoch in range(50):
    rates.append(scheduler.get_last_lr()[0])
    optimizer.step()  # after loss.backward()
    scheduler.step()
print([round(rate, 4) for rate in rates[:10]])
#> [0.05, 0.05, 0.05, 0.05, 0.05, 0.1, 0.1, 0.1, 0.1, 0.1]
