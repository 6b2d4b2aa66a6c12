"""Accumulation in the loop: step every few batches, and after the last.

For a batch that does not fit. Here the loss is divided by the number of samples of the
whole step, so that a shorter last part weighs what it should; dividing by the number of
parts is right only where all parts are equal, as in the [plain
case](../optimizers/practice.md#accumulate). Batch norm still sees the small batches.

Attributes: Shapes
    x: (10, 1) float32
    y: (10, 1) float32

Asked as:
    leftover or remainder of batches at the end of the epoch; gradient accumulation,
    incomplete last step; number of batches not divisible by, no multiple of
    accumulation steps; last group of micro-batches is shorter; accumulation with
    unequal batch sizes; gradient of uneven micro-batches; weigh micro-batches by their
    number of samples; why is loss / accumulation_steps off for the last step;
    accumulate grads, scale the loss, remainder; reduction="sum" divided by all samples;
    if (i + 1) % accum_steps == 0; forgotten optimizer.step at the end of the loader;
    gradients left over into the next epoch; step only every 8 iterations, what about
    the rest of the epoch; batch size of the paper does not fit on my GPU; add up
    gradients over several small batches; variable-length batches, normalise the loss
    over the whole step; is the accumulated gradient equal to that of the whole batch;
    GPU memory too small for a big batch, add up several small batches
"""

from itertools import islice

import torch
import torch.nn.functional as F
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

x = torch.arange(10.0).unsqueeze(1)
y = 2 * x
model = nn.Linear(1, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=1e-3)
batches = iter(DataLoader(TensorDataset(x, y), batch_size=4))  # 4, 4 and 2 samples
parts = 2

while group := list(islice(batches, parts)):  # in memory: the batches of one step
    samples = sum(len(inputs) for inputs, _ in group)
    optimizer.zero_grad()
    for inputs, targets in group:
        loss = F.mse_loss(model(inputs), targets, reduction="sum") / samples  # <-
        loss.backward()
    found = model.weight.grad.clone()
    inputs = torch.cat([inputs for inputs, _ in group])
    whole = F.mse_loss(model(inputs), 2 * inputs)
    expected = torch.autograd.grad(whole, model.weight)[0]
    print(samples, torch.allclose(found, expected))
    #> 8 True
    #> 2 True
    optimizer.step()
