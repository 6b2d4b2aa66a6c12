r"""LambdaLR: any function of the epoch.

The function returns a factor of the first rate, not a rate. A list of functions gives
each parameter group its own. Lambdas are not saved in `state_dict`: make the scheduler
anew with the same function.

$$\eta_t = \eta_0 \, f(t)$$
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import LambdaLR

model = nn.Linear(1, 1, bias=False)  # one parameter
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = LambdaLR(optimizer, lambda epoch: 1 / (1 + 0.1 * epoch))

rates = []
for epoch in range(50):
    rates.append(scheduler.get_last_lr()[0])
    optimizer.step()  # after loss.backward()
    scheduler.step()
print([round(rate, 4) for rate in rates[::10]])
#> [0.1, 0.05, 0.0333, 0.025, 0.02]
