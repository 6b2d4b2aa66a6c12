r"""ExponentialLR: one factor, epoch after epoch.

Smooth decay. For a tenth after T epochs take gamma = 0.1 ** (1 / T): 0.955 for 50.

$$\eta_t = \eta_0 \, \gamma^t$$

Asked as:
    exponential decay of the learning rate, exponential lr decay;
    tf.keras.optimizers.schedules.ExponentialDecay; optax.exponential_decay; multiply
    the lr by 0.95 after each epoch; geometric decay; which gamma; lr shrinks by a few
    percent per epoch; choose gamma so that the learning rate ends at a tenth; decay
    without steps; smooth decay of the lr by a factor; shrink the learning rate a little
    every epoch; ExponentialLR(optimizer, gamma=0.9); the same percentage less each
    epoch; gamma ** epoch; continuous exponential decrease; final learning rate after n
    epochs with gamma; lr decays exponentially
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import ExponentialLR

model = nn.Linear(1, 1, bias=False)  # one parameter
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = ExponentialLR(optimizer, gamma=0.955)  # <-

rates = []
for epoch in range(50):
    rates.append(scheduler.get_last_lr()[0])
    optimizer.step()  # after loss.backward()
    scheduler.step()
print([round(rate, 4) for rate in rates[::10]])
#> [0.1, 0.0631, 0.0398, 0.0251, 0.0159]
