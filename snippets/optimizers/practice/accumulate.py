"""Gradient accumulation: a large batch in parts.

Divide each loss by the number of parts, call `backward` for each, step once. With a
mean loss and equal parts the gradient equals that of the large batch. Batch norm still
sees the small ones.

Attributes: Shapes
    x: (32, 3) float32
    y: (32, 1) float32
"""

import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
x, y = torch.randn(32, 3), torch.randn(32, 1)
model = nn.Linear(3, 1)

F.mse_loss(model(x), y).backward()
expected = model.weight.grad.clone()

model.zero_grad()
parts = 4
for inputs, targets in zip(x.chunk(parts), y.chunk(parts), strict=True):
    loss = F.mse_loss(model(inputs), targets) / parts
    loss.backward()  # adds to .grad
# now optimizer.step() and optimizer.zero_grad()
print(torch.allclose(model.weight.grad, expected, atol=1e-6))
#> True
