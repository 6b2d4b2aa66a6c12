"""Depthwise separable: filter each channel, then mix them.

A depthwise convolution and a 1 x 1 one in place of a full one: the block of MobileNet.
For k = 3 it needs 1/9 + 1/out_channels of the weights.

Attributes: Shapes
    x: (N, 64, 8, 8) float32
    y: (N, 128, 8, 8) float32

Asked as:
    tf.keras.layers.SeparableConv2D; MobileNet block; Xception; lightweight convolution
    for phones; reduce the number of parameters of a conv layer; depthwise followed by
    pointwise; cheaper than a full convolution; factorize a convolution; small and fast
    CNN building block; how many weights does a separable convolution save; separable
    convolution; depthwise conv plus 1x1 conv; convolution block of MobileNet, Xception
    or EfficientNet; cheap convolution with few parameters; replace a 3x3 convolution to
    save weights and time; efficient network for mobile devices
"""

import torch
from torch import nn


def separable(C, out, stride=1):
    depthwise = nn.Conv2d(C, C, 3, stride, padding=1, groups=C, bias=False)  # <-
    pointwise = nn.Conv2d(C, out, 1, bias=False)
    return nn.Sequential(
        depthwise,
        nn.BatchNorm2d(C),
        nn.ReLU(),
        pointwise,
        nn.BatchNorm2d(out),
        nn.ReLU(),
    )


x = torch.zeros(1, 64, 8, 8)
block = separable(64, 128)
y = block(x)
full = nn.Conv2d(64, 128, 3, padding=1, bias=False)
print(full.weight.numel(), block[0].weight.numel() + block[3].weight.numel())
#> 73728 8768
print(128 * 64 * 9, 64 * 9 + 128 * 64)
#> 73728 8768
print(separable(64, 128, stride=2)(x).shape)
#> torch.Size([1, 128, 4, 4])
