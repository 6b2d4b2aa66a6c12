"""requires_grad_(False): weights that do not learn.

Freeze a module, or single parameters. Gradients still flow through it to what comes
before. Give the optimizer the rest only: with momentum or weight decay, a parameter
frozen after the first step would go on moving if its `.grad` stayed.

Attributes: Shapes
    x: (4, 3) float32
"""

import torch
from torch import nn

torch.manual_seed(0)
x = torch.ones(4, 3)
model = nn.Sequential(nn.Linear(3, 2), nn.ReLU(), nn.Linear(2, 1))
model[0].requires_grad_(False)

model(x).sum().backward()
print(model[0].weight.grad is None, model[2].weight.grad is None)
#> True False

trainable = [p for p in model.parameters() if p.requires_grad]
optimizer = torch.optim.SGD(trainable, lr=0.1)
print(sum(p.numel() for p in trainable), sum(p.numel() for p in model.parameters()))
#> 3 11
