"""Clipping at the wrong place: after step, or before backward.

`clip_grad_norm_` changes `.grad` at that moment and nothing else. After `step` the
weights have already moved by the long gradient; between `zero_grad` and `backward`
there is none to clip, and it returns 0. It belongs
[between backward and step](../training/index.md#clip_in_loop), where a step of SGD
without momentum and weight decay is at most `lr * max_norm` long.

Asked as:
    gradient clipping does nothing; loss still explodes with clip_grad_norm_; clipping
    after optimizer.step(); clip_grad_norm_ before loss.backward(); clip_grad_norm_
    returns 0; clip_grad_norm_ returns tensor(0.); does the order of clipping and step
    matter; clipped gradients but the weights jump; NaN although gradients are clipped
"""

import torch
from torch import nn


def norm_and_way(step):
    torch.manual_seed(0)
    model = nn.Linear(4, 1, bias=False)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    x, target = torch.randn(8, 4), torch.full((8, 1), 1000.0)
    start = model.weight.detach().clone()
    optimizer.zero_grad()
    norm = step(model, optimizer, (model(x) - target).square().mean())
    way = model.weight.detach() - start
    return f"norm {norm:.0f}, moved by {way.norm():.1f}"


def late(model, optimizer, loss):
    loss.backward()
    optimizer.step()
    return nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)


def early(model, optimizer, loss):
    norm = nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)
    loss.backward()
    optimizer.step()
    return norm


def between(model, optimizer, loss):
    loss.backward()
    norm = nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)  # <-
    optimizer.step()
    return norm


# Wrong: after step, or before backward.
print(norm_and_way(late))
#> norm 1786, moved by 178.6
print(norm_and_way(early))
#> norm 0, moved by 178.6

# Right: between them.
print(norm_and_way(between))
#> norm 1786, moved by 0.1
