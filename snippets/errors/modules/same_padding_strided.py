r"""padding='same' is not supported for strided convolutions: the size cannot stay.

`padding="same"` keeps the size of the picture, and a stride other than 1 divides it.
Usual cause: a model of Keras, where "same" with a stride s gives ceil(H / s). Write the
padding as a number: half the kernel, rounded down, gives that size for an odd kernel
without dilation. The pixels may differ: Keras puts an odd one on the right and below.
See [padding="same"](../layers/convolution.md#same_padding).

Raises:
    ValueError: `nn.Conv2d(3, 8, 3, stride=2, padding="same")` padding='same' is not
        supported for strided convolutions
    RuntimeError: `F.conv2d(x, weight, stride=2, padding="same")` padding='same' is not
        supported for strided convolutions

Asked as:
    Keras Conv2D with strides=2 and padding same in PyTorch; stride 2 and padding
    "same"; downsampling convolution of TensorFlow ported; half the size with an odd
    picture; strided conv keeps ceil of the size; padding string and stride together
    fail
"""

import torch
import torch.nn.functional as F
from torch import nn

try:
    nn.Conv2d(3, 8, kernel_size=3, stride=2, padding="same")
except ValueError as error:
    print(error)
    #> padding='same' is not supported for strided convolutions

# A number: half the kernel.
x, weight = torch.zeros(1, 3, 7, 8), torch.zeros(8, 3, 3, 3)
print(nn.Conv2d(3, 8, kernel_size=3, stride=2, padding=1)(x).shape)  # <-
#> torch.Size([1, 8, 4, 4])

# As Keras pads: 7 rows by one on each side, 8 columns by one on the right.
padded = F.pad(x, (0, 1, 1, 1))  # left, right, top, bottom
print(F.conv2d(padded, weight, stride=2).shape)
#> torch.Size([1, 8, 4, 4])
