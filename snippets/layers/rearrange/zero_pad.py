"""ZeroPad1d, 2d, 3d: a border of zeros.

One number for all sides, or left, right, top, bottom. Negative numbers crop.

Attributes: Shapes
    x: (1, 1, 2, 2) float32
    y: (1, 1, 4, 4) float32

Asked as:
    zero padding layer; tf.keras.layers.ZeroPadding2D; black frame around a picture; pad
    only left and bottom; crop by a negative number; zero padding of an image before a
    convolution; SpatialZeroPadding; asymmetric padding as in TensorFlow; enlarge a
    feature map with zeros; causal padding on the left; pad an image with zeros;
    surround an image with zeros, zero border; add rows of zeros at the bottom only; pad
    with zeros before a conv; make an image larger with a border of black pixels;
    nn.ZeroPad1d for a sequence
"""

import torch
from torch import nn

x = torch.tensor([[1.0, 2.0], [3.0, 4.0]]).reshape(1, 1, 2, 2)
y = nn.ZeroPad2d(1)(x)  # <-
print(y)
#> tensor([[[[0., 0., 0., 0.],
#>           [0., 1., 2., 0.],
#>           [0., 3., 4., 0.],
#>           [0., 0., 0., 0.]]]])
print(nn.ZeroPad2d((2, 0, 0, 1))(x))  # left 2, bottom 1
#> tensor([[[[0., 0., 1., 2.],
#>           [0., 0., 3., 4.],
#>           [0., 0., 0., 0.]]]])

print(nn.ZeroPad1d((1, 2))(torch.ones(1, 3)))
#> tensor([[0., 1., 1., 1., 0., 0.]])
print(nn.ZeroPad3d(1)(torch.ones(1, 1, 2, 2, 2)).shape)
#> torch.Size([1, 1, 4, 4, 4])
