r"""Input image tensor permitted channel values are: neither 1 nor 3 channels.

Brightness, contrast, saturation and hue are defined for grey and RGB. Usual causes: a
tensor (H, W, C), whose height is taken for the channels; a picture with transparency,
four channels; more bands, as from a satellite; several frames stacked as channels.

Raises:
    TypeError: `v2.ColorJitter(0.2, 0.2)(torch.zeros(4, 8, 8))`
        Input image tensor permitted channel values are 1 or 3, but found 4
    TypeError: `v1.ColorJitter(0.2, 0.2)(torch.zeros(4, 8, 8))`
        Input image tensor permitted channel values are
    TypeError: `v2.RandomAdjustSharpness(2, p=1)(torch.zeros(4, 8, 8))`
        Input image tensor can have 1 or 3 channels, but found 4

Also worded:
    TypeError: Input image tensor permitted channel values are [3], but found 1
    TypeError: Input image tensor permitted channel values are [1, 3], but found 4
    TypeError: Input image tensor permitted channel values are [3, 1], but found 4
    TypeError: Input image tensor permitted channel values are [1, 3], but found 224

Asked as:
    ColorJitter of a satellite image with many bands; colour transforms of 4 channel
    images; Grayscale of a tensor in (H, W, C) order; colour jitter of RGB-D pictures;
    augment multispectral images; jitter only the first three channels
"""

import torch
from torchvision import transforms as v1
from torchvision.transforms import v2

torch.manual_seed(0)
jitter = v2.ColorJitter(brightness=0.2, contrast=0.2)
try:
    jitter(torch.rand(8, 10, 3))
except TypeError as error:
    print(error)
    #> Input image tensor permitted channel values are 1 or 3, but found 8
try:
    v1.ColorJitter(brightness=0.2)(torch.rand(8, 10, 3))
except TypeError as error:
    print(error)
    #> Input image tensor permitted channel values are [1, 3], but found 8

# (H, W, C): bring the channels to the front.
print(jitter(torch.rand(8, 10, 3).permute(2, 0, 1)).shape)  # <-
#> torch.Size([3, 8, 10])

# Four channels and more: the colours apart from the rest.
x = torch.rand(4, 8, 10)
y = torch.cat([jitter(x[:3]), x[3:]])  # (4, 8, 10)
print(torch.equal(y[3], x[3]))
#> True
