"""Depthwise separable: filter each channel, then mix them.

A depthwise convolution and a 1 x 1 one in place of a full one: the block of MobileNet.
For k = 3 it needs about a ninth of the weights.

Attributes: Shapes
    x: (N, 64, 8, 8) float32
    y: (N, 128, 8, 8) float32
"""

import torch
from torch import nn

x = torch.zeros(1, 64, 8, 8)
full = nn.Conv2d(64, 128, 3, padding=1, bias=False)
separable = nn.Sequential(
    nn.Conv2d(64, 64, 3, padding=1, groups=64, bias=False),
    nn.Conv2d(64, 128, 1, bias=False),
)
y = separable(x)

for model in (full, separable):
    print(sum(p.numel() for p in model.parameters()))
    #> 73728
    #> 8768
print(128 * 64 * 9, 64 * 9 + 128 * 64)
#> 73728 8768
