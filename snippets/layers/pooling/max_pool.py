r"""MaxPool1d, 2d, 3d: the largest of each window.

The size follows the formula of the convolution; padding counts as minus infinity and is
at most half the kernel. `return_indices=True` also gives where the largest stood.

$$H_\text{out} = \left\lfloor \frac{H + 2p - d(k - 1) - 1}{s} \right\rfloor + 1$$

Attributes: Shapes
    x: (1, 1, 4, 4) float32
    y: (1, 1, 2, 2) float32

Raises:
    RuntimeError: `nn.MaxPool2d(2, padding=2)(x)` pad should be at most half of
        effective kernel size
    RuntimeError: `nn.MaxPool2d(2)(torch.zeros(1, 3, 1, 1))` Output size is too small

Asked as:
    max pooling; tf.keras.layers.MaxPooling2D; F.max_pool2d; halve a feature map;
    downsample 2x2; subsampling layer of a CNN; keep the strongest activation;
    pool_size; sliding window maximum; overlapping pooling, kernel 3 stride 2; output
    size of a pooling layer; default stride of pooling; SpatialMaxPooling; Given input
    size, Calculated output size: (3x0x0), too small; reduce width and height by the
    maximum; take the highest value of each small square, biggest of each 2x2 block;
    layer that downsamples after a convolution; pooling layer; max pooling or average
    pooling; what is pooling; pooling; make a feature map smaller
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor(
    [
        [1.0, 2.0, 0.0, 1.0],
        [5.0, 3.0, 4.0, 0.0],
        [0.0, 1.0, 9.0, 8.0],
        [2.0, 1.0, 7.0, 6.0],
    ]
).reshape(1, 1, 4, 4)
y = nn.MaxPool2d(kernel_size=2)(x)  # <-
print(y)
#> tensor([[[[5., 4.],
#>           [2., 9.]]]])

print(nn.MaxPool2d(kernel_size=3, stride=1)(x))
#> tensor([[[[9., 9.],
#>           [9., 9.]]]])
print(nn.MaxPool1d(2)(torch.zeros(2, 3, 9)).shape)
#> torch.Size([2, 3, 4])
print(nn.MaxPool3d(2)(torch.zeros(2, 3, 8, 8, 8)).shape)
#> torch.Size([2, 3, 4, 4, 4])

print(F.max_pool2d(x, 2).equal(y), F.max_pool1d(x[0], 2).shape)
#> True torch.Size([1, 4, 2])
print(F.max_pool3d(x, (1, 2, 2)).equal(y))
#> True
