"""Training step: five lines, in this order.

Forward, loss, clear, backward, step. `zero_grad` may come first as well; it must not
come between `backward` and `step`. `step` only moves weights: it computes no gradient.

Attributes: Shapes
    x: (N, 3) float32
    y: (N, 1) float32
"""

import torch
from torch import nn

torch.manual_seed(0)
x = torch.randn(64, 3)
y = x.sum(dim=1, keepdim=True)
model, loss_fn = nn.Linear(3, 1), nn.MSELoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

for step in range(101):
    prediction = model(x)
    loss = loss_fn(prediction, y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(loss.item() < 1e-6)
#> True
print([round(w, 3) for w in model.weight[0].tolist()])
#> [1.0, 1.0, 1.0]
