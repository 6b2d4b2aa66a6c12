r"""dirac_: a convolution that passes its input through.

Output channel i copies input channel i: the kernel is 1 at its centre and 0 elsewhere;
further output channels are 0. For convolution weights, three to five dimensions. The
input keeps its size with `padding="same"`, and its place with an odd kernel.

Attributes: Shapes
    weight: (3, 3, 5, 5) float32
    image: (1, 3, 8, 8) float32

Raises:
    ValueError: `nn.init.dirac_(torch.empty(3, 3))` Only tensors with 3, 4, or 5
        dimensions are supported

Asked as:
    convolution that starts as identity; delta kernel; identity kernel; unit impulse
    filter; kernel with a one in the middle; add a conv to a trained net without
    changing its output; DiracNet; conv that copies each channel; init a conv so that it
    does not change the image in the beginning; identity initialization of a convolution
    layer; new conv layer should let everything pass through at first; conv1d or conv2d
    that copies its input; image comes out unchanged from an untrained conv; conv kernel
    initialized so that output equals input; conv that does nothing at first
"""

import torch
import torch.nn.functional as F
from torch import nn

weight = nn.init.dirac_(torch.empty(3, 3, 5, 5))  # <-
print(weight[0, 0])
#> tensor([[0., 0., 0., 0., 0.],
#>         [0., 0., 0., 0., 0.],
#>         [0., 0., 1., 0., 0.],
#>         [0., 0., 0., 0., 0.],
#>         [0., 0., 0., 0., 0.]])

torch.manual_seed(0)
image = torch.randn(1, 3, 8, 8)
print(torch.equal(F.conv2d(image, weight, padding="same"), image))
#> True
