"""Bottleneck block: narrow, convolve, widen.

The block of ResNet-50: a 1 x 1 convolution reduces the channels for the 3 x 3 one, and
another restores them. Fewer weights than two 3 x 3 convolutions at full width.

Attributes: Shapes
    x: (N, 256, 8, 8) float32
    y: (N, 256, 8, 8) float32

Asked as:
    resnet50 block; 1x1 3x3 1x1 conv block; expansion = 4; BasicBlock or Bottleneck;
    torchvision.models.resnet.Bottleneck; fewer multiplications in the blocks of
    ResNet-101 and ResNet-152; reduce channels before a costly convolution; cheaper
    residual blocks with fewer weights; squeeze channels with 1x1 convolution; narrow in
    the middle, wide at both ends; difference between BasicBlock and Bottleneck of
    torchvision; why does ResNet-50 use 1x1 convolutions before and after the 3x3; block
    with fewer channels inside; residual block with three convolutions; bottleneck
    residual unit
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
block = Bottleneck(256, narrow=64)  # <-
y = block(x)
print(f"{sum(p.numel() for p in block.parameters()):,}")
#> 70,400
