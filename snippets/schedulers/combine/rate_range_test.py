"""Rate range test: find the largest rate that works.

Raise the rate by a factor each batch and note the loss. A good rate lies well before
the loss turns up: often a tenth of the one where it is least. Put the first weights
back afterwards.
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import ExponentialLR

torch.manual_seed(0)
x = torch.randn(256, 8)
y = x.sum(dim=1, keepdim=True)
model = nn.Linear(8, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=1e-4)
scheduler = ExponentialLR(optimizer, gamma=1.15)

rates, losses = [], []
for step in range(80):
    loss = nn.functional.mse_loss(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    rates.append(scheduler.get_last_lr()[0])
    losses.append(loss.item())
    optimizer.step()
    scheduler.step()

best = min(range(80), key=losses.__getitem__)
print(0.1 < rates[best] < 2.0, losses[best] < losses[0] / 100)
#> True True
print(losses[-1] > losses[best])  # too large: it diverges
#> True
