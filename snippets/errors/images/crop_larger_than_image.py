r"""Required crop size is larger than input image size: RandomCrop of a small picture.

Height or width of the picture is below the size of the crop. Usual causes: some small
pictures in the dataset; no `Resize` before; `Resize` with a number below the crop's.
`CenterCrop` fills up with zeros without a message, and `RandomResizedCrop` enlarges.
See [`RandomCrop`](../transforms/crop.md#random_crop).

Raises:
    ValueError: `v2.RandomCrop(32)(x)`
        Required crop size (32, 32) is larger than input image size (28, 40).
    ValueError: `v2.FiveCrop(32)(x)`
        Requested crop size (32, 32) is bigger than input size (28, 40)

Also worded:
    ValueError: Required crop size (224, 224) is larger then input image size (200, 300)
    ValueError: Required crop size (224, 224) is larger than input image size (180, 240)
    ValueError: empty range for randrange() (0,-3, -3)
    ValueError: empty range in randrange(0, -3)

Asked as:
    empty range for randrange in RandomCrop; some pictures are smaller than 224; pad a
    picture only if it is too small for the crop; CenterCrop adds a black border;
    TenCrop fails on small images; patch larger than the image in training
"""

import torch
from torchvision.transforms import v2

torch.manual_seed(0)
x = torch.ones(3, 28, 40)
try:
    v2.RandomCrop(32)(x)
except ValueError as error:
    print(error)
    #> Required crop size (32, 32) is larger than input image size (28, 40).

# Fill up where it is too small.
print(v2.RandomCrop(32, pad_if_needed=True)(x).shape)  # <-
#> torch.Size([3, 32, 32])
# A border on all sides, as for CIFAR-10.
print(v2.RandomCrop(32, padding=4)(x).shape)
#> torch.Size([3, 32, 32])
# Enlarge: the shorter side to the crop's size or more.
print(v2.Compose([v2.Resize(36), v2.RandomCrop(32)])(x).shape)
#> torch.Size([3, 32, 32])
# A random part, in any case of this size.
print(v2.RandomResizedCrop(32)(x).shape)
#> torch.Size([3, 32, 32])

# No message, but zeros above and below.
print(v2.CenterCrop(32)(x)[0, :4, 0])
#> tensor([0., 0., 1., 1.])
