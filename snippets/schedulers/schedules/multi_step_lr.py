r"""MultiStepLR: a tenth, at the epochs you name.

The rate is multiplied by `gamma` at each milestone. A milestone counts epochs already
done: 30 is the 31st epoch. $k$ is the number of milestones at most $t$.

$$\eta_t = \eta_0 \, \gamma^{k}, \quad k = |\{m : m \le t\}|$$

Asked as:
    lr drops at specific epochs; milestones=[30, 80]; PiecewiseConstantDecay;
    optax.piecewise_constant_schedule; piecewise constant learning rate; lr_policy
    "multistep"; schedule of ResNet on CIFAR-10; lr drops one epoch late; reduce lr at
    specified epochs, not regularly; detection 1x schedule; cut the lr by ten at epoch
    50 and at epoch 75; list of epochs at which to decay; lower the lr at iterations I
    choose; irregular step decay; lower the lr at epochs 60, 120 and 160;
    MultiStepLR(optimizer, milestones, gamma); scheduler with given milestones; several
    drops at chosen epochs
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import MultiStepLR

model = nn.Linear(1, 1, bias=False)  # one parameter
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = MultiStepLR(optimizer, milestones=[15, 40], gamma=0.1)  # <-

rates = []
for epoch in range(50):
    rates.append(scheduler.get_last_lr()[0])
    optimizer.step()  # after loss.backward()
    scheduler.step()
print([round(rates[epoch], 4) for epoch in (0, 14, 15, 39, 40)])
#> [0.1, 0.1, 0.01, 0.01, 0.001]
