"""deform_conv2d: a convolution whose points move.

`offset` has two channels for each point of the kernel, first down, then right. Offsets
of zero give a plain convolution.

Asked as:
    deformable convolution; DCN; DCNv2; deform_conv2d offsets; convolution with learned
    offsets; mask of a modulated deformable convolution; layout of the offset channels;
    adaptive receptive field; sampling points of a kernel that move; DeformConv2d;
    irregular kernel shape
"""

import torch
import torch.nn.functional as F
from torchvision import ops

torch.manual_seed(0)
x = torch.rand(1, 1, 5, 5)
layer = ops.DeformConv2d(1, 1, kernel_size=3, bias=False)

offset = torch.zeros(1, 2 * 3 * 3, 3, 3)
y = layer(x, offset)  # <-
print(torch.allclose(y, F.conv2d(x, layer.weight), atol=1e-6))
#> True

offset[:, 1::2] = 1.0  # every point one to the right
moved = ops.deform_conv2d(x, offset, layer.weight)
print(torch.allclose(moved[..., :2], y[..., 1:], atol=1e-6))
#> True
