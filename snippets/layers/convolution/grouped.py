"""groups: channels in separate parts.

Input and output channels are split into g parts that do not mix: g times fewer weights.
With `groups=in_channels` each channel has its own filters (depthwise). g must
divide both.

Attributes: Shapes
    x: (N, 8, 5, 5) float32

Raises:
    ValueError: `nn.Conv2d(8, 8, 3, groups=3)` in_channels must be divisible by groups
    ValueError: `nn.Conv2d(8, 6, 3, groups=4)` out_channels must be divisible by groups

Asked as:
    grouped convolution; depthwise convolution; tf.keras.layers.DepthwiseConv2D; one
    filter per channel; convolve every channel independently; ResNeXt cardinality;
    depth_multiplier; groups argument of a convolution; apply a filter to red, green and
    blue separately; why is the second size of the conv weight smaller; split channels
    in two halves as in AlexNet; depthwise conv, groups=in_channels; one kernel for each
    colour channel; how to choose the number of groups; every output channel depends on
    one input channel only; same filter count, parallel convolutions; conv with fewer
    connections between channels; what are groups of a convolution
"""

import torch
from torch import nn

x = torch.zeros(1, 8, 5, 5)
for groups in (1, 2, 8):
    layer = nn.Conv2d(8, 16, kernel_size=3, groups=groups, bias=False)  # <-
    print(groups, tuple(layer.weight.shape), layer.weight.numel(), layer(x).shape)
    #> 1 (16, 8, 3, 3) 1152 torch.Size([1, 16, 3, 3])
    #> 2 (16, 4, 3, 3) 576 torch.Size([1, 16, 3, 3])
    #> 8 (16, 1, 3, 3) 144 torch.Size([1, 16, 3, 3])
