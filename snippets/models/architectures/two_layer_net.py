"""Two-layer net: the smallest model that learns a curve.

One hidden layer between two Linear layers. Here 200 steps fit x squared.

Attributes: Shapes
    x: (N, 1) float32
    y: (N, 1) float32
"""

import torch
from torch import nn

torch.manual_seed(0)
x = torch.linspace(-1, 1, 64).unsqueeze(1)  # (64, 1)
y = x**2

model = nn.Sequential(nn.Linear(1, 32), nn.ReLU(), nn.Linear(32, 1))
optimizer = torch.optim.Adam(model.parameters(), lr=0.02)
loss_fn = nn.MSELoss()

start = loss_fn(model(x), y).item()
for _ in range(200):
    optimizer.zero_grad()
    loss = loss_fn(model(x), y)
    loss.backward()
    optimizer.step()
print(loss.item() < start / 100)
#> True
