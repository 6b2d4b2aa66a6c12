"""zero_grad() before step(): the gradients are gone.

Between `backward` and `step`, `zero_grad` sets every `.grad` to None, and `step` passes
over parameters without one: no weight moves, weight decay included. A loop without
`step` looks the same, and so does a `step` between `zero_grad` and `backward`. The loss
of a fixed batch, without dropout, stays at its first value to the last digit. See the
[training step](../optimizers/base.md#training_step).

Asked as:
    forgot optimizer.step(); optimizer.step() missing; zero_grad between backward and
    step; optimizer.step() before loss.backward(); zero_grad after backward; loss stays
    exactly the same in every epoch; loss is constant to the last digit; weights do not
    change at all during training; accuracy never changes between epochs; gradients are
    None when optimizer.step() runs; wrong order of backward, zero_grad and step; model
    learns nothing and no error
"""

import torch
import torch.nn.functional as F
from torch import nn


def first_and_last_loss(step):
    torch.manual_seed(0)
    x, target = torch.randn(100, 4), torch.arange(100) % 3
    x[torch.arange(100), target] += 3
    model = nn.Linear(4, 3)
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.1)
    losses = []
    for _ in range(50):
        loss = F.cross_entropy(model(x), target)
        step(optimizer, loss)
        losses.append(loss.item())
    return round(losses[0], 1), round(losses[-1], 1)


# Wrong: cleared after backward.
def wrong(optimizer, loss):
    loss.backward()
    optimizer.zero_grad()
    optimizer.step()


print(first_and_last_loss(wrong))
#> (2.0, 2.0)


# Right: cleared before it.
def right(optimizer, loss):
    optimizer.zero_grad()  # <-
    loss.backward()
    optimizer.step()


print(first_and_last_loss(right))
#> (2.0, 0.1)
