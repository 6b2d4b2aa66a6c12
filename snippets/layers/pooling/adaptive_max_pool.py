"""AdaptiveMaxPool1d, 2d, 3d: the largest, in the output size you name.

Size 1 gives the largest answer of each channel anywhere in the image.

Attributes: Shapes
    x: (1, 1, 5) float32
"""

import torch
from torch import nn

x = torch.tensor([[[1.0, 7.0, 3.0, 4.0, 5.0]]])
print(nn.AdaptiveMaxPool1d(1)(x), nn.AdaptiveMaxPool1d(2)(x))
#> tensor([[[7.]]]) tensor([[[7., 5.]]])

print(nn.AdaptiveMaxPool2d((3, 2))(torch.zeros(1, 2, 8, 9)).shape)
#> torch.Size([1, 2, 3, 2])
print(nn.AdaptiveMaxPool3d(1)(torch.zeros(1, 2, 4, 4, 4)).shape)
#> torch.Size([1, 2, 1, 1, 1])
