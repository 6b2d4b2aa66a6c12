"""L1 penalty: add it to the loss.

No optimizer has it as an option. It drives weights toward zero; exact zeros need a
shrinking step instead (`Softshrink`).

Attributes: Shapes
    x: (32, 4) float32
"""

import torch
from torch import nn

torch.manual_seed(0)
x = torch.randn(32, 4)
y = x[:, :1] * 2  # only the first feature matters
model = nn.Linear(4, 1, bias=False)
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)

for _ in range(300):
    loss = nn.functional.mse_loss(model(x), y) + 0.1 * model.weight.abs().sum()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(bool((model.weight[0, 1:].abs() < 0.02).all()), model.weight[0, 0].item() > 1.8)
#> True True
