r"""AvgPool1d, 2d, 3d: the mean of each window.

Padding counts as zeros in the mean unless `count_include_pad=False`.
`divisor_override=1` gives sums, in 2d and 3d.

$$H_\text{out} = \left\lfloor \frac{H + 2p - k}{s} \right\rfloor + 1$$

Attributes: Shapes
    x: (1, 1, 4) float32
    y: (1, 1, 2) float32

Asked as:
    average pooling; tf.keras.layers.AveragePooling2D; F.avg_pool2d; moving average of a
    sequence; box blur; smooth a curve with a sliding window; downsample, mean over each
    2x2 block of pixels; sum pooling; count_include_pad; blur by an averaging window;
    border values too small after average pooling with padding; rolling mean; local mean
    of a picture; downscale by averaging neighbouring pixels; average every k steps of a
    signal; mean filter with fixed weights; average pooling layer with stride; pool by
    the mean, not by the maximum; moving average of a series
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([[[1.0, 3.0, 5.0, 9.0]]])
y = nn.AvgPool1d(kernel_size=2)(x)  # <-
print(y)
#> tensor([[[2., 7.]]])

print(nn.AvgPool1d(2, padding=1)(x))
#> tensor([[[0.5000, 4.0000, 4.5000]]])
print(nn.AvgPool1d(2, padding=1, count_include_pad=False)(x))
#> tensor([[[1., 4., 9.]]])

images = torch.ones(1, 1, 4, 4)
print(nn.AvgPool2d(2, divisor_override=1)(images))
#> tensor([[[[4., 4.],
#>           [4., 4.]]]])
print(nn.AvgPool3d(2)(torch.zeros(1, 1, 4, 4, 4)).shape)
#> torch.Size([1, 1, 2, 2, 2])

print(F.avg_pool1d(x, 2).equal(y))
#> True
cube = torch.rand(1, 1, 4, 4, 4)
print(F.avg_pool2d(cube[0], 2).equal(nn.AvgPool2d(2)(cube[0])))
#> True
print(F.avg_pool3d(cube, 2).equal(nn.AvgPool3d(2)(cube)))
#> True
