"""FractionalMaxPool2d and 3d: shrink by a fraction.

Windows of random offset give any output size up to H - k + 1, or a ratio of the input.
Random in eval mode as well, unless `_random_samples` is fixed.

Attributes: Shapes
    x: (1, 1, 10, 10) float32

Raises:
    ValueError: `nn.FractionalMaxPool2d(2)` FractionalMaxPool2d requires specifying
        either an output size, or a pooling ratio

Asked as:
    pooling by a non-integer factor; shrink a feature map by 1.5, not only by half;
    F.fractional_max_pool2d; tf.nn.fractional_max_pool; pooling with random windows;
    output_ratio; downsample more gently than max pooling; SpatialFractionalMaxPooling;
    pooling layer gives another result every time; make the picture only a bit smaller
    by pooling; fractional pooling ratio; max pooling from 10x10 to 7x7; stochastic
    pooling regions; pool by a factor of 0.8; shrink slowly, with more pooling layers
"""

import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
x = torch.rand(1, 1, 10, 10)
print(nn.FractionalMaxPool2d(kernel_size=2, output_size=7)(x).shape)
#> torch.Size([1, 1, 7, 7])
print(nn.FractionalMaxPool2d(kernel_size=2, output_ratio=0.8)(x).shape)  # <-
#> torch.Size([1, 1, 8, 8])
print(nn.FractionalMaxPool3d(2, output_size=4)(torch.rand(1, 1, 6, 6, 6)).shape)
#> torch.Size([1, 1, 4, 4, 4])

print(F.fractional_max_pool2d(x, 2, output_size=7).shape)
#> torch.Size([1, 1, 7, 7])
print(F.fractional_max_pool3d(torch.rand(1, 1, 6, 6, 6), 2, output_ratio=0.5).shape)
#> torch.Size([1, 1, 3, 3, 3])
