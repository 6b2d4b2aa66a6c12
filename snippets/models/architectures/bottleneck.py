"""Bottleneck block: narrow, convolve, widen.

The block of ResNet-50: a 1 x 1 convolution reduces the channels for the 3 x 3 one, and
another restores them. Fewer weights than two 3 x 3 convolutions at full width.

Attributes: Shapes
    x: (N, 256, 8, 8) float32
    y: (N, 256, 8, 8) float32
"""

import torch
from torch import nn


def conv(inputs, outputs, size):
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, size, padding=size // 2, bias=False),
        nn.BatchNorm2d(outputs),
    )


class Bottleneck(nn.Module):
    def __init__(self, channels, narrow):
        super().__init__()
        self.path = nn.Sequential(
            conv(channels, narrow, 1),
            nn.ReLU(),
            conv(narrow, narrow, 3),
            nn.ReLU(),
            conv(narrow, channels, 1),
        )

    def forward(self, x):
        return (x + self.path(x)).relu()


x = torch.ones(2, 256, 8, 8)
block = Bottleneck(256, narrow=64)
y = block(x)
print(f"{sum(p.numel() for p in block.parameters()):,}")
#> 70,400
