"""Rate range test: find the largest rate that works.

Raise the rate by a factor each batch, here from 1e-5 to 1 in a hundred steps, and note
the loss. Where it is least the rate is already about to be too large: take a third to a
tenth of that. Put the first weights back afterwards.

Asked as:
    learning rate finder; lr_find in fastai; find a good learning rate automatically
    before training; torch-lr-finder; Tuner.lr_find; plot loss against learning rate to
    choose it; increase lr exponentially; how to choose max_lr; try many learning rates
    in a single run; find the best lr, best initial learning rate; lr finder; search for
    the optimal learning rate; Leslie Smith's range test; sweep the learning rate over
    one epoch; raise the lr each batch and watch the loss; steepest descent of the loss
    curve over lr; maximum usable learning rate; determine the best learning rate
    experimentally; what learning rate should I start with
"""

import torch
from torch.optim.lr_scheduler import ExponentialLR

t = torch.linspace(-1, 1, 64)
x = 3 * torch.stack([t, t**2], dim=1)
y = 2 * t - t**2 + 0.2 * torch.sin(50 * t)
weight = torch.zeros(2, requires_grad=True)
optimizer = torch.optim.SGD([weight], lr=1e-5)
scheduler = ExponentialLR(optimizer, gamma=10**0.05)  # <- 20 steps for a factor of 10

rates, losses = [], []
for batch in range(101):
    part = slice(batch % 4, None, 4)  # every fourth row: 4 batches an epoch
    loss = (x[part] @ weight - y[part]).pow(2).mean()
    optimizer.zero_grad()
    loss.backward()
    rates.append(scheduler.get_last_lr()[0])
    losses.append(loss.item())
    optimizer.step()
    scheduler.step()

best = losses.index(min(losses))
print(f"{rates[0]:.0e} to {rates[-1]:.0e}, least loss at {rates[best]:.2f}")
#> 1e-05 to 1e+00, least loss at 0.28
for batch in (0, 40, 60, best, 100):
    print(f"{rates[batch]:.5f} {losses[batch]:.2g}")
    #> 0.00001 1.8
    #> 0.00100 1.6
    #> 0.01000 0.71
    #> 0.28184 0.0094
    #> 1.00000 1.1e+05
