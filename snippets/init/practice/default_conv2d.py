r"""the default of nn.Conv2d: uniform, by the inputs of a kernel.

The same rule as for `nn.Linear`, where `fan_in` is channels times kernel size.

$$W, b \sim U\left(-\frac{1}{\sqrt{C_\text{in} k^2}}, \frac{1}{\sqrt{C_\text{in}
k^2}}\right)$$

Attributes: Shapes
    layer.weight: (64, 16, 5, 5) float32
    layer.bias: (64,) float32

Asked as:
    how are conv kernels initialised by default; initial values of filters;
    reset_parameters of _ConvNd; does a conv layer use kaiming out of the box; initial
    bias of a convolution; 1 / sqrt(in_channels * kernel_size ** 2); conv start values
    differ from Keras glorot; random kernel weights before training; conv weights if I
    do not initialise them; which distribution do initial Conv2d weights have; does
    PyTorch use He init for convolutions by default; what are conv filters filled with
    when the layer is created; conv2d weights without any init code; bound of the
    uniform distribution in a conv layer; Conv2d starts with random weights; default
    kernel_initializer of a convolution
"""

import torch
from torch import nn

torch.manual_seed(0)
layer = nn.Conv2d(16, 64, kernel_size=5)
print(1 / layer.weight[0].numel() ** 0.5)  # <-
#> 0.05
print(round(layer.weight.abs().max().item(), 3))
#> 0.05
