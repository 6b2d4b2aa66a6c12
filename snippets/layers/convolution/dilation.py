"""dilation: a wide kernel with few weights.

The weights stand d apart, so a kernel of 3 spans 2 * d + 1. `padding=d` keeps the size
for kernel 3.

Attributes: Shapes
    x: (1, 1, 9) float32
    y: (1, 1, 5) float32

Asked as:
    atrous convolution; convolution with holes; dilated kernel; dilation_rate; larger
    receptive field without pooling or more weights; conv kernel that looks further
    without extra parameters; WaveNet style causal stack; temporal convolutional
    network, TCN; DeepLab segmentation; gap between kernel elements; how much padding
    for a dilated kernel; SpatialDilatedConvolution; leave gaps between the taps of a
    filter; dilated causal convolution; dilated conv for a wide receptive field; kernel
    that skips pixels; spread the kernel over a larger area; exponentially growing
    context
"""

import torch
from torch import nn

x = torch.arange(9.0).reshape(1, 1, 9)
layer = nn.Conv1d(1, 1, kernel_size=3, dilation=2, bias=False)  # <-
nn.init.ones_(layer.weight)

y = layer(x)
print(y)  # x[t] + x[t + 2] + x[t + 4]
#> tensor([[[ 6.,  9., 12., 15., 18.]]], grad_fn=<ConvolutionBackward0>)
print(nn.Conv1d(1, 1, kernel_size=3, dilation=4, padding=4)(x).shape)
#> torch.Size([1, 1, 9])
