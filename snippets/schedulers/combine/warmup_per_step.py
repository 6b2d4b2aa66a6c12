r"""Warm-up per step: a scheduler that moves with each batch.

The schedule is counted in optimizer steps, and `scheduler.step()` stands inside the
loop over batches. Count the steps from the loader; with accumulation by n batches
divide by n. The step number starts at 0, so `(step + 1) / warmup` lets the first step
move. After `total` the factor stays at 0.

$$\eta_t = \eta_0 \min\left(\frac{t + 1}{w}, \max\left(0, \frac{T - t}{T -
w}\right)\right)$$

Attributes: Shapes
    data: (20, 1) float32

Asked as:
    warmup in steps, not epochs; linear warmup and linear decay; scheduler.step() after
    every batch; call the scheduler per iteration; num_warmup_steps and
    num_training_steps; number of training steps from len(loader) times epochs; BERT
    fine-tuning schedule; per-batch learning rate schedule; learning rate is zero in the
    first step; warm up the first hundred iterations; warmup that counts iterations, not
    epochs
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import LambdaLR
from torch.utils.data import DataLoader

data = torch.ones(20, 1)
loader = DataLoader(data, batch_size=4)
model = nn.Linear(1, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=1.0)

epochs, warmup = 2, 4
total = epochs * len(loader)


def factor(step):
    return min((step + 1) / warmup, max(0.0, (total - step) / (total - warmup)))


scheduler = LambdaLR(optimizer, factor)
rates = []
for _ in range(epochs):
    for batch in loader:
        rates.append(scheduler.get_last_lr()[0])
        optimizer.zero_grad()
        model(batch).square().mean().backward()
        optimizer.step()
        scheduler.step()  # <-
print([round(rate, 2) for rate in rates])
#> [0.25, 0.5, 0.75, 1.0, 1.0, 0.83, 0.67, 0.5, 0.33, 0.17]
