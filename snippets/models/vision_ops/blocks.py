"""Conv2dNormActivation and SqueezeExcitation: the blocks of torchvision's models.

The padding keeps the size at stride 1 for an odd kernel, and the convolution has no
bias where a norm follows. `SqueezeExcitation` multiplies each channel by a number
between 0 and 1.

Asked as:
    conv bn relu block; ConvBNReLU; squeeze and excitation; SE block; channel attention;
    Conv2dNormActivation; ops.MLP; multilayer perceptron of torchvision; ops.Permute as
    a layer; block of convolution, batch norm and activation; MBConv building blocks;
    weigh channels by their importance; SqueezeExcitation reduction ratio
"""

import torch
from torch import nn
from torchvision import ops

images = torch.rand(2, 3, 32, 32)
block = ops.Conv2dNormActivation(3, 16, stride=2, activation_layer=nn.SiLU)  # <-
print([type(layer).__name__ for layer in block], block[0].bias)
#> ['Conv2d', 'BatchNorm2d', 'SiLU'] None
x = block(images)  # (2, 16, 16, 16)
print(ops.Conv3dNormActivation(3, 8)(images.unsqueeze(2)).shape)
#> torch.Size([2, 8, 1, 32, 32])

se = ops.SqueezeExcitation(input_channels=16, squeeze_channels=4)
print(se(x).shape, [tuple(p.shape) for p in se.parameters()])
#> torch.Size([2, 16, 16, 16]) [(4, 16, 1, 1), (4,), (16, 4, 1, 1), (16,)]

last = ops.Permute([0, 2, 3, 1])(x)  # (2, 16, 16, 16)
print(ops.MLP(16, [32, 10])(last).shape)
#> torch.Size([2, 16, 16, 10])
