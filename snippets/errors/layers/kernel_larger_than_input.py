r"""Kernel size can't be greater than actual input size: too little is left.

The feature map that reaches a convolution, with its padding, is smaller than the
kernel. Usual causes: pictures smaller than the network was written for; each pooling or
stride before this layer has halved them; a large `dilation`, which widens the kernel to
dilation · (k − 1) + 1. Print the shape after each layer. See [the size of the
output](../layers/convolution.md#conv2d).

Raises:
    RuntimeError: `model(torch.zeros(1, 3, 12, 12))`
        Calculated padded input size per channel: (4 x 4). Kernel size: (5 x 5). Kernel
        size can't be greater than actual input size

Also worded:
    RuntimeError: Calculated padded input size per channel: (2). Kernel size: (5).
      Kernel size can't be greater than actual input size
    RuntimeError: Calculated padded input size per channel: (8 x 8). Kernel size: (9 x
      9). Kernel size can't be greater than actual input size
    RuntimeError: Calculated padded input size per channel: (2 x 8 x 8). Kernel size: (5
      x 5 x 5). Kernel size can't be greater than actual input size
    RuntimeError: Given input size per channel: (2 x 2). Calculated output size per
      channel: (-2 x -2). Output size is too small

Asked as:
    feature map smaller than the kernel; text shorter than the filter in a TextCNN;
    sentence of two words, kernel of 5; conv layer fails on small pictures; dilated
    convolution larger than the image; padded input size per channel smaller than kernel
"""

import textwrap

import torch
import torch.nn.functional as F
from torch import nn

model = nn.Sequential(nn.Conv2d(3, 6, 5), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5))
x = torch.zeros(1, 3, 12, 12)
try:
    model(x)
except RuntimeError as error:
    print(textwrap.fill(str(error), 80))
    #> Calculated padded input size per channel: (4 x 4). Kernel size: (5 x 5). Kernel
    #> size can't be greater than actual input size

# See where the size goes: the shape before each layer.
y = x
for layer in model[:2]:
    y = layer(y)
    print(type(layer).__name__, tuple(y.shape))
    #> Conv2d (1, 6, 8, 8)
    #> MaxPool2d (1, 6, 4, 4)

# Pictures too small: make them larger.
print(model(F.interpolate(x, size=32, mode="bilinear")).shape)
#> torch.Size([1, 16, 10, 10])

# The network shrinks too much: keep the size with padding, leave out a pooling.
print(nn.Conv2d(6, 16, 5, padding=2)(y).shape)  # <-
#> torch.Size([1, 16, 4, 4])

# A sequence shorter than the kernel: pad it to the kernel's length.
text = torch.zeros(1, 3, 2)
print(nn.Conv1d(3, 8, kernel_size=5)(F.pad(text, (0, 3))).shape)
#> torch.Size([1, 8, 1])
