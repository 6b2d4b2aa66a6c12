r"""Output size is too small: nothing is left to pool.

The window of a pooling layer is larger than the feature map. Usual causes: pictures
smaller than the network was written for (VGG pools five times); a fixed `AvgPool2d(7)`
behind layers that leave less than 7 × 7; one pooling layer too many.
[AdaptiveAvgPool2d](../layers/pooling.md#adaptive_avg_pool) takes any size.

Raises:
    RuntimeError: `nn.AvgPool2d(7)(x)`
        Given input size: (8x4x4). Calculated output size: (8x0x0). Output size is too
        small
    RuntimeError: `nn.MaxPool1d(2)(torch.zeros(1, 8, 1))`
        max_pool1d() Invalid computed output size: 0

Also worded:
    RuntimeError: Given input size: (512x1x1). Calculated output size: (512x0x0). Output
      size is too small
    RuntimeError: Given input size: (256x1x1). Calculated output size: (256x0x0). Output
      size is too small
    RuntimeError: Given input size: (768x2x2). Calculated output size: (768x0x0). Output
      size is too small
    RuntimeError: Given input size: (2048x1x1). Calculated output size: (2048x-5x-5).
      Output size is too small
    RuntimeError: Given input size: (8x1x4x4). Calculated output size: (8x0x2x2). Output
      size is too small
    RuntimeError: input image (T: 1 H: 4 W: 4) smaller than kernel size (kT: 2 kH: 2 kW:
      2)

Asked as:
    pooling layer gets a 1x1 feature map; AlexNet on CIFAR, max pooling fails; Inception
    v3 needs larger pictures; average pooling with kernel 7 on a small image; minimum
    input size of a pretrained network; old ResNet code with AvgPool2d(7) and pictures
    of 32 pixels
"""

import textwrap

import torch
import torch.nn.functional as F
from torch import nn

x = torch.zeros(1, 8, 4, 4)
try:
    nn.AvgPool2d(7)(x)
except RuntimeError as error:
    print(textwrap.fill(str(error), 80))
    #> Given input size: (8x4x4). Calculated output size: (8x0x0). Output size is too
    #> small

# Average over what is there, whatever its size.
print(nn.AdaptiveAvgPool2d(1)(x).shape)  # <-
#> torch.Size([1, 8, 1, 1])

# One pooling too many: two halve 4 to 1, a third finds nothing.
pool = nn.MaxPool2d(2)
print(pool(pool(x)).shape)
#> torch.Size([1, 8, 1, 1])

# Keep a last row that fills only a part of the window.
print(nn.MaxPool2d(2, ceil_mode=True)(pool(pool(x))).shape)
#> torch.Size([1, 8, 1, 1])

# Pictures too small for the network: enlarge them first.
images = torch.zeros(1, 3, 32, 32)
print(F.interpolate(images, size=224, mode="bilinear").shape)
#> torch.Size([1, 3, 224, 224])
