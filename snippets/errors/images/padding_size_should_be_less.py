r"""Padding size should be less than the corresponding input: reflected edges.

A reflection takes its pixels from the picture, and has one fewer of them than the
picture is high or wide. Usual causes: `padding_mode="reflect"` with a border as large
as the picture; `GaussianBlur`, which reflects by half its kernel; a reflecting
convolution deep in a network, where little is left of the picture.

Raises:
    RuntimeError: `v2.Pad(4, padding_mode="reflect")(x)`
        Argument #4: Padding size should be less than the corresponding input dimension,
        but got: padding (4, 4) at dimension 3 of input [1, 3, 4, 4]
    RuntimeError: `v2.GaussianBlur(9)(x)`
        Padding size should be less than the corresponding input dimension

Also worded:
    RuntimeError: Argument #4: Padding size should be less than the corresponding input
      dimension, but got: padding (6, 6) at dimension 3 of input [1, 3, 4, 6]
    RuntimeError: Argument #6: Padding size should be less than the corresponding input
      dimension, but got: padding (4, 4) at dimension 2 of input [1, 3, 4, 6]
    RuntimeError: Argument #4: Padding size should be less than the corresponding input
      dimension, but got: padding (3, 3) at dimension 3 of input 4

Asked as:
    reflection padding larger than the picture; ReflectionPad2d fails on a small feature
    map; GaussianBlur kernel larger than the image; reflect padding of a tiny image;
    padding_mode reflect deep in the network; mirror the edges of a picture several
    times
"""

import torch
import torch.nn.functional as F
from torchvision.transforms import v2

x = torch.rand(3, 4, 4)
try:
    v2.Pad(4, padding_mode="reflect")(x)
except RuntimeError as error:
    print(*str(error).split(", but "), sep="\n")
    #> Argument #4: Padding size should be less than the corresponding input dimension
    #> got: padding (4, 4) at dimension 3 of input [1, 3, 4, 4]

# At most the size minus one.
print(v2.Pad(3, padding_mode="reflect")(x).shape)
#> torch.Size([3, 10, 10])
# Any size: repeat the edge, or fill with zeros.
print(v2.Pad(6, padding_mode="edge")(x).shape, v2.Pad(6)(x).shape)
#> torch.Size([3, 16, 16]) torch.Size([3, 16, 16])
# Reflected, and larger: in two steps.
print(F.pad(F.pad(x, [3] * 4, mode="reflect"), [3] * 4, mode="reflect").shape)
#> torch.Size([3, 16, 16])
# A blur: a kernel of at most twice the size minus one.
print(v2.GaussianBlur(7)(x).shape)
#> torch.Size([3, 4, 4])
# Enlarge before the padding.
print(v2.Compose([v2.Resize(8), v2.Pad(4, padding_mode="reflect")])(x).shape)
#> torch.Size([3, 16, 16])
