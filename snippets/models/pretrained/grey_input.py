"""Grey images into a colour network: repeat, or change conv1.

Repeating the channel keeps the trained weights as they are. A new first convolution can
start from the old one: its weights summed over the colours give the same output as
three equal channels.

Attributes: Shapes
    grey: (N, 1, 64, 64) float32
"""

import torch
from torch import nn
from torchvision import models

torch.manual_seed(0)
model = models.resnet18(weights=None).eval()
grey = torch.rand(2, 1, 64, 64)
expected = model(grey.expand(-1, 3, -1, -1))  # (2, 1000)

old = model.conv1
model.conv1 = nn.Conv2d(1, 64, kernel_size=7, stride=2, padding=3, bias=False)
with torch.no_grad():
    model.conv1.weight.copy_(old.weight.sum(dim=1, keepdim=True))
print(torch.allclose(model(grey), expected, atol=1e-4))
#> True
