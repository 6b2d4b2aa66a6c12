r"""flatten: several dimensions into one.

`x.flatten(1)` keeps the batch dimension: what stands between convolutions and a linear
layer. `x.flatten()` takes all. [`nn.Flatten()`](../layers/linear.md#flatten_layer)
starts at 1, the function at 0.

Attributes: Shapes
    x: (N, C, H, W) float32
    features: (N, C*H*W) float32
"""

import torch
from torch import nn

x = torch.zeros(2, 3, 4, 5)
features = x.flatten(1)
print(features.shape, nn.Flatten()(x).shape)
#> torch.Size([2, 60]) torch.Size([2, 60])
print(x.flatten().shape)
#> torch.Size([120])
