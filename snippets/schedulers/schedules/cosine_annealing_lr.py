r"""CosineAnnealingLR: half a cosine down to the end.

Slow, fast, slow; no milestones to choose. `T_max` is the number of epochs to the
minimum, usually all of them. Stepping beyond `T_max` makes the rate rise again.

$$\eta_t = \eta_\text{min} + \frac{\eta_0 - \eta_\text{min}}{2} \left(1 + \cos \frac{\pi
t}{T_\text{max}}\right)$$

Asked as:
    cosine decay of the lr; tf.keras.optimizers.schedules.CosineDecay;
    optax.cosine_decay_schedule; what should T_max be; decay smoothly to almost zero;
    learning rate goes up again after the cosine minimum; decay without choosing
    milestones; cosine decay without restarts; cosine learning rate schedule; T_max in
    epochs or in batches; learning rate down like a cosine curve until the end of
    training; CosineAnnealingLR(optimizer, T_max=epochs, eta_min=1e-6); cosine annealing
    learning rate; smooth lr decay along a cosine; lr follows half a cosine wave; SGDR
    without restarts; what does eta_min do; anneal lr to a minimum over all epochs;
    which scheduler should I use, a good default; cosine scheduler
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import CosineAnnealingLR

model = nn.Linear(1, 1, bias=False)  # one parameter
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = CosineAnnealingLR(optimizer, T_max=50, eta_min=0.001)  # <-

rates = []
for epoch in range(50):
    rates.append(scheduler.get_last_lr()[0])
    optimizer.step()  # after loss.backward()
    scheduler.step()
print([round(rate, 4) for rate in rates[::10]])
#> [0.1, 0.0905, 0.0658, 0.0352, 0.0105]
print(round(scheduler.get_last_lr()[0], 4))  # after the last epoch
#> 0.001
