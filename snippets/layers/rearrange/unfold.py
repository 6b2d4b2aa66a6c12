r"""Unfold: the patches of an image as columns.

Each column holds one window, channel by channel. A convolution is a matrix product with
it. $L$ is the number of windows. `tensor.unfold` goes along one dimension.

$$L = \prod_{i \in \{H, W\}} \left( \left\lfloor \frac{i + 2p - d(k - 1) - 1}{s}
\right\rfloor + 1 \right)$$

Attributes: Shapes
    images: (N, 3, 6, 5) float32
    columns: (N, 3*2*2, 6) float32

Asked as:
    im2col; extract patches, image to patches; sliding windows over a picture;
    tf.image.extract_patches; split a photo into tiles; convolution as a matrix
    multiplication; patch embedding of a vision transformer;
    np.lib.stride_tricks.sliding_window_view; sklearn extract_patches_2d; neighbourhood
    of every pixel; difference between nn.Unfold and Tensor.unfold; overlapping blocks;
    MATLAB blockproc; every 3x3 neighbourhood of a picture as a vector; split an image
    in non-overlapping 16x16 patches; cut an image into patches for a ViT; local windows
    as columns; cut a long time series into overlapping windows; patches of an image
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.arange(6.0).reshape(1, 1, 2, 3)
print(nn.Unfold(kernel_size=2)(x))  # windows [0, 1, 3, 4] and [1, 2, 4, 5]
#> tensor([[[0., 1.],
#>          [1., 2.],
#>          [3., 4.],
#>          [4., 5.]]])

torch.manual_seed(0)
images = torch.randn(2, 3, 6, 5)
columns = nn.Unfold(kernel_size=2, stride=2)(images)  # <-

conv = nn.Conv2d(3, 4, kernel_size=2, stride=2, bias=False)
product = conv.weight.flatten(1) @ columns  # (2, 4, 6)
print(torch.allclose(product.view(2, 4, 3, 2), conv(images), atol=1e-6))
#> True
print(F.unfold(images, kernel_size=2).shape)
#> torch.Size([2, 12, 20])
