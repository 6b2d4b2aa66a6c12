r"""Conv2d: filters over an image.

The weight has shape (out_channels, in_channels / groups, k, k). The size of the output
follows from the input size $H$, kernel $k$, padding $p$, stride $s$ and dilation $d$;
the same for the width.

$$H_\text{out} = \left\lfloor \frac{H + 2p - d(k - 1) - 1}{s} \right\rfloor + 1$$

Attributes: Shapes
    images: (N, 3, 32, 32) float32
    features: (N, 6, 28, 28) float32
    layer.weight: (6, 3, 5, 5) float32

Raises:
    RuntimeError: `layer(torch.zeros(4, 1, 32, 32))` Given groups=1, weight of size [6,
        3, 5, 5], expected input[4, 1, 32, 32] to have 3 channels, but got 1 channels
        instead
    RuntimeError: `layer(torch.zeros(32, 32))` Expected 3D (unbatched) or 4D (batched)
        input to conv2d, but got input of size: [32, 32]
    RuntimeError: `layer(torch.zeros(1, 3, 2, 2))` Kernel size can't be greater than
        actual input size
    RuntimeError: `layer(images.byte())` Input type (unsigned char) and bias type
        (float) should be the same

Asked as:
    convolutional layer for RGB or grayscale images with 1 channel; 2d convolution;
    tf.keras.layers.Conv2D; F.conv2d; formula for the output shape, height and width;
    calculate the output dimension or size after conv2d; kernel_size, stride and
    padding; halve width and height with stride 2; channels first, NCHW input; input
    channels of the first conv layer, wrong number; why does a 5x5 convolution turn 32
    pixels into 28; what are in_channels and out_channels; SpatialConvolution; Expected
    4-dimensional input for 4-dimensional weight; Calculated padded input size per
    channel; Expected 3D or 4D input to conv2d, but got 2D; convolution layer; which
    size comes out of a conv layer; stride and padding of a convolution; what does
    stride do; what is a convolution; conv layer; convolution; how many channels a conv
    needs
"""

import torch
from torch import nn

layer = nn.Conv2d(in_channels=3, out_channels=6, kernel_size=5)  # <-
images = torch.zeros(2, 3, 32, 32)
features = layer(images)


def out_size(size, kernel, stride=1, padding=0, dilation=1):
    return (size + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1


print(out_size(32, kernel=5))
#> 28
halved = nn.Conv2d(3, 6, kernel_size=3, stride=2, padding=1)(images)  # (2, 6, 16, 16)
print(out_size(32, kernel=3, stride=2, padding=1))
#> 16
print(nn.Conv2d(3, 6, kernel_size=(3, 5), padding=(1, 2))(images).shape)
#> torch.Size([2, 6, 32, 32])
