r"""Given groups=1, weight of size, expected input to have 3 channels: count them.

The first number in the weight is out_channels, the second in_channels / groups (for
`transposed=1` the other way round); dimension 1 of the input holds another number of
channels. Usual causes: grey pictures for a layer made for colour; pictures (N, H, W,
C); a batch of grey pictures (N, H, W), read as one picture of N channels; a fourth
channel for transparency; in_channels that is not out_channels of the layer before. See
[Conv2d](../layers/convolution.md#conv2d), and [grey pictures for a trained
network](../models/pretrained.md#grey_input).

Raises:
    RuntimeError: `layer(torch.zeros(4, 1, 32, 32))`
        Given groups=1, weight of size [6, 3, 5, 5], expected input[4, 1, 32, 32] to
        have 3 channels, but got 1 channels instead

Also worded:
    RuntimeError: Given groups=1, weight of size [64, 3, 7, 7], expected input[1, 4,
      224, 224] to have 3 channels, but got 4 channels instead
    RuntimeError: Given groups=1, weight of size [6, 1, 5, 5], expected input[32, 3, 28,
      28] to have 1 channels, but got 3 channels instead
    RuntimeError: Given groups=1, weight of size [32, 3, 3, 3], expected input[8, 224,
      224, 3] to have 3 channels, but got 224 channels instead
    RuntimeError: Given groups=1, weight of size [8, 16, 3], expected input[2, 7, 16] to
      have 16 channels, but got 7 channels instead
    RuntimeError: Given transposed=1, weight of size [8, 4, 2, 2], expected input[2, 4,
      8, 8] to have 8 channels, but got 4 channels instead
    RuntimeError: Given groups=1, weight of size 64 3 7 7, expected input[1, 1, 224,
      224] to have 3 channels, but got 1 channels instead
    RuntimeError: Given groups=1, weight[64, 3, 7, 7], so expected input[1, 1, 224, 224]
      to have 3 channels, but got 1 channels instead
    RuntimeError: Need input.size[1] == 3 but got 1 instead.

Asked as:
    RGBA png in a network for RGB; channels last image fed to Conv2d; HWC array from
    OpenCV into a conv layer; model trained on colour, got a grayscale batch; decoder of
    a UNet, channels after concatenation wrong; conv1d on (batch, time, features) gets
    the wrong channels
"""

import textwrap

import torch
from torch import nn

layer = nn.Conv2d(3, 6, kernel_size=5)
grey = torch.zeros(4, 1, 32, 32)
try:
    layer(grey)
except RuntimeError as error:
    print(textwrap.fill(str(error), 80))
    #> Given groups=1, weight of size [6, 3, 5, 5], expected input[4, 1, 32, 32] to
    #> have 3 channels, but got 1 channels instead

# Grey pictures: repeat the channel, or make the layer with one.
print(layer(grey.expand(-1, 3, -1, -1)).shape)  # <-
#> torch.Size([4, 6, 28, 28])
print(nn.Conv2d(1, 6, kernel_size=5)(grey).shape)
#> torch.Size([4, 6, 28, 28])

# No axis for the channel, (N, H, W): add it.
print(nn.Conv2d(1, 6, kernel_size=5)(torch.zeros(4, 32, 32).unsqueeze(1)).shape)
#> torch.Size([4, 6, 28, 28])

# Pictures (N, H, W, C): bring the channels to dimension 1.
images = torch.zeros(4, 32, 32, 3)
print(layer(images.permute(0, 3, 1, 2)).shape)
#> torch.Size([4, 6, 28, 28])

# A fourth channel, transparency: leave it out.
rgba = torch.zeros(4, 4, 32, 32)
print(layer(rgba[:, :3]).shape)
#> torch.Size([4, 6, 28, 28])

# The layer after this one: in_channels is what this one gives.
after = nn.Conv2d(layer.out_channels, 16, kernel_size=5)
print(after(layer(rgba[:, :3])).shape)
#> torch.Size([4, 16, 24, 24])
