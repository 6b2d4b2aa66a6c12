r"""StepLR: a tenth, every so many epochs.

The rate is multiplied by `gamma` every `step_size` epochs. The classic schedule of
ImageNet training: 30, 60, 90. Here $t$ counts epochs from 0, as on this whole page.

$$\eta_t = \eta_0 \, \gamma^{\lfloor t / s \rfloor}$$
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import StepLR

model = nn.Linear(1, 1, bias=False)  # one parameter
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = StepLR(optimizer, step_size=20, gamma=0.1)

rates = []
for epoch in range(50):
    rates.append(scheduler.get_last_lr()[0])
    optimizer.step()  # after loss.backward()
    scheduler.step()
print([round(rate, 4) for rate in rates[::10]])
#> [0.1, 0.1, 0.01, 0.01, 0.001]
