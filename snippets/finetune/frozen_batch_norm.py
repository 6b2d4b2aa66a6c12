"""Frozen batch norm: eval mode, or its statistics go on moving.

Running mean and variance are buffers: `requires_grad_(False)` does not stop them. Put
the frozen part in eval mode after each `model.train()`.

Attributes: Shapes
    norm.running_mean: (4,) float32
"""

import torch
from torch import nn

torch.manual_seed(0)
norm = nn.BatchNorm1d(4)
body, head = nn.Sequential(nn.Linear(8, 4), norm), nn.Linear(4, 2)
model = nn.Sequential(body, head)
body.requires_grad_(False)

model.train()
model(torch.randn(16, 8) + 5)
print(norm.running_mean.abs().max() > 0)  # frozen, and yet it moved
#> tensor(True)

kept = norm.running_mean.clone()
model.train()
body.eval()
model(torch.randn(16, 8) + 5)
print(torch.equal(norm.running_mean, kept))
#> True
