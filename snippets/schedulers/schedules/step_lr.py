r"""StepLR: a tenth, every so many epochs.

The rate is multiplied by `gamma` every `step_size` epochs. The classic schedule of
ImageNet training: 30, 60, 90. Here $t$ counts epochs from 0, as on this whole page.

$$\eta_t = \eta_0 \, \gamma^{\lfloor t / s \rfloor}$$

Asked as:
    step decay; decay the learning rate every n epochs; lr step decay; divide the
    learning rate by ten every 30 epochs; staircase learning rate; step_size and gamma;
    lr halved every 10 epochs, half the learning rate; lr_policy "step" in Caffe;
    simplest learning rate decay; drop the learning rate at regular intervals;
    exp_lr_scheduler of the transfer learning tutorial; StepLR(optimizer, step_size=30,
    gamma=0.1); reduce lr every few epochs; decay lr every n epochs; reduce the learning
    rate by a factor 0.1 every 7 epochs; scheduler with step_size; ten times smaller lr
    every 30 epochs; drop lr every 10 epochs; lower the learning rate after some epochs;
    decrease the learning rate
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import StepLR

model = nn.Linear(1, 1, bias=False)  # one parameter
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = StepLR(optimizer, step_size=20, gamma=0.1)  # <-

rates = []
for epoch in range(50):
    rates.append(scheduler.get_last_lr()[0])
    optimizer.step()  # after loss.backward()
    scheduler.step()
print([round(rate, 4) for rate in rates[::10]])
#> [0.1, 0.1, 0.01, 0.01, 0.001]
