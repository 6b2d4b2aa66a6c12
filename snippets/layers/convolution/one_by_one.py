"""1 x 1 convolution: a Linear at every pixel.

Changes the number of channels, and with stride 1 neither height nor width. `Linear`
gives the same numbers on the tensor (N, H, W, C). With `stride=2`, as in the shortcuts
of ResNet, it reads every second pixel.

Attributes: Shapes
    x: (N, 3, 4, 5) float32
    y: (N, 2, 4, 5) float32

Asked as:
    pointwise convolution; 1x1 conv; kernel_size=1; change the number of channels;
    reduce channels without touching height and width; network in network layer; fully
    connected layer over the channels; mix channels without looking at neighbours; why
    do networks use 1x1 convolutions; match channels of a shortcut; dense layer on NCHW
    images; convolution in place of a dense layer; reduce the number of feature maps,
    bottleneck from 256 to 64; difference between Conv2d and Linear, kernel 1; combine
    channels per pixel; projection of the channels; classification head of a fully
    convolutional net; what is a conv with kernel size one good for
"""

import torch
from torch import nn

torch.manual_seed(0)
x = torch.randn(2, 3, 4, 5)
conv = nn.Conv2d(3, 2, kernel_size=1)  # <-
y = conv(x)

linear = nn.Linear(3, 2)
with torch.no_grad():
    linear.weight.copy_(conv.weight.flatten(1))
    linear.bias.copy_(conv.bias)
same = linear(x.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)
print(torch.allclose(y, same, atol=1e-6))
#> True
