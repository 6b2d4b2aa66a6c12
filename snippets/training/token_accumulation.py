"""Accumulation of tokens: divide by the tokens of the whole step.

Batches of text hold different numbers of tokens that count. A mean a batch, divided by
the number of batches, gives a token of a short batch more weight. Count the tokens of
all batches of the step first, take `reduction="sum"` and divide by the count. With
several processes use the count of all, and multiply the loss by their number, as DDP
takes the mean of their gradients.

Attributes: Shapes
    model.weight: (5, 8) float32

Asked as:
    gradient accumulation with padding; token-weighted loss over micro-batches; number
    of items in batch, num_items_in_batch; gradient accumulation bug of transformers;
    loss differs between accumulation and one large batch; accumulate gradients of
    sequences of different length; sum the loss and divide by the number of tokens;
    normalise by the number of valid tokens; accumulation for a language model;
    normalise accumulated gradients by tokens; gradient accumulation differs for batches
    with padding
"""

import torch
import torch.nn.functional as F
from torch import nn

PAD = -100
torch.manual_seed(0)
model = nn.Linear(8, 5)
batches = [
    (torch.randn(4, 8), torch.tensor([1, 2, 3, 4])),
    (torch.randn(4, 8), torch.tensor([2, PAD, PAD, PAD])),
]


def gradient(loss):
    return torch.autograd.grad(loss, model.weight)[0]


x, y = (torch.cat(parts) for parts in zip(*batches, strict=True))
whole = gradient(F.cross_entropy(model(x), y))

tokens = sum((y != PAD).sum() for _, y in batches)  # of the whole step
for x, y in batches:
    loss = F.cross_entropy(model(x), y, reduction="sum") / tokens  # <-
    loss.backward()
print(torch.allclose(model.weight.grad, whole))
#> True

means = [gradient(F.cross_entropy(model(x), y) / len(batches)) for x, y in batches]
print(torch.allclose(sum(means), whole))
#> False
