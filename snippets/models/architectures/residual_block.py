r"""Residual block: add the input to the output.

The block learns the difference, and gradients pass through the addition unchanged. When
stride or channels change, a 1 x 1 convolution brings the input to the same shape. The
convolutions need no bias: batch norm has one.

$$y = \text{ReLU}(F(x) + x)$$

Attributes: Shapes
    x: (N, 16, 8, 8) float32
    y: (N, 32, 4, 4) float32

Asked as:
    skip connection; shortcut connection; BasicBlock; resnet18 block; identity mapping;
    downsample in ResNet; projection shortcut; keras.layers.Add; out += identity; x +
    conv(x), the sizes do not match because of the stride; better gradients in a deep
    network, more layers make it worse; add the input back to the output of conv layers;
    class ResBlock(nn.Module); x = x + block(x) gives a size error, fix with a 1x1 conv;
    how does a ResNet block look in code; add a residual connection over two layers;
    skip connection with another number of channels
"""

import torch
import torch.nn.functional as F
from torch import nn


class ResidualBlock(nn.Module):
    def __init__(self, inputs, outputs, stride=1):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, padding=1, bias=False)
        self.norm1 = nn.BatchNorm2d(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, padding=1, bias=False)
        self.norm2 = nn.BatchNorm2d(outputs)
        self.shortcut = nn.Identity()
        if stride != 1 or inputs != outputs:
            self.shortcut = nn.Sequential(
                nn.Conv2d(inputs, outputs, 1, stride, bias=False),
                nn.BatchNorm2d(outputs),
            )

    def forward(self, x):
        out = F.relu(self.norm1(self.conv1(x)))
        out = self.norm2(self.conv2(out))
        return F.relu(out + self.shortcut(x))  # <-


x = torch.ones(2, 16, 8, 8)
y = ResidualBlock(16, 32, stride=2)(x)
print(ResidualBlock(16, 16)(x).shape)
#> torch.Size([2, 16, 8, 8])
