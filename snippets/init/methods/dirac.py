r"""dirac_: a convolution that passes its input through.

Each output channel copies one input channel: the kernel is 1 at its centre and 0
elsewhere. For convolution weights, three to five dimensions. The input keeps its size
with `padding="same"`.

Attributes: Shapes
    weight: (3, 3, 5, 5) float32
    image: (1, 3, 8, 8) float32

Raises:
    ValueError: `nn.init.dirac_(torch.empty(3, 3))` Only tensors with 3, 4, or 5
        dimensions are supported
"""

import torch
import torch.nn.functional as F
from torch import nn

weight = nn.init.dirac_(torch.empty(3, 3, 5, 5))
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
