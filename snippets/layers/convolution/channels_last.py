"""Channels last: the same batch of images, another order in memory.

Shape and values stay (N, C, H, W); the numbers of one pixel lie side by side. Convert
the model once and every batch; most layers hand the order on, `InstanceNorm2d`,
`CircularPad2d`, `FractionalMaxPool2d`, `LogSigmoid`, `RReLU` and the softmaxes do not.
How much it gains depends on device and type: measure, see
[the training steps](../benchmarks/training.md#resnet-18-channels-last).

Attributes: Shapes
    images: (N, 3, 32, 32) float32
    pixels_first: (N, 3, 32, 32) float32
    features: (N, 8, 32, 32) float32

Raises:
    RuntimeError: `features.view(2, -1)` view size is not compatible with input tensor's
        size and stride

Asked as:
    NHWC; memory_format; NCHW vs NHWC, which is faster; speed up convolutions on the
    GPU; data_format='channels_last'; HWC layout without permuting; make a CNN train
    faster with tensor cores; convert a model to NHWC; torch.contiguous_format; why does
    view fail on a conv output; layout of pixels in memory;
    x.to(memory_format=torch.channels_last); is channels last worth it; memory order of
    image batches; store pixels with their channels together; NHWC tensor without
    changing the shape; strides of a channels-last tensor
"""

import torch
from torch import nn

images = torch.randn(2, 3, 32, 32)
pixels_first = images.to(memory_format=torch.channels_last)  # <-
print(images.stride())
#> (3072, 1024, 32, 1)
print(pixels_first.stride())
#> (3072, 1, 96, 3)
print(torch.equal(images, pixels_first))
#> True
print(pixels_first.is_contiguous())
#> False
print(pixels_first.is_contiguous(memory_format=torch.channels_last))
#> True

layer = nn.Conv2d(3, 8, kernel_size=3, padding=1)
expected = layer(images)
layer = layer.to(memory_format=torch.channels_last)  # its weight too
features = layer(pixels_first)
print(features.is_contiguous(memory_format=torch.channels_last))
#> True
print(torch.allclose(features, expected, atol=1e-6))
#> True
flat = features.reshape(2, -1)  # (2, 8192): a copy, in the usual order
