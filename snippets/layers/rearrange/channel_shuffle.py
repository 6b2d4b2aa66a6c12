"""ChannelShuffle: mix the groups of grouped convolutions.

Channels are dealt out like cards: the first of each group, then the second of each.

Attributes: Shapes
    x: (N, 6, 1, 1) float32

Raises:
    RuntimeError: `nn.ChannelShuffle(groups=4)(x)` Number of channels must be divisible
        by groups
"""

import torch
from torch import nn

x = torch.arange(6.0).reshape(1, 6, 1, 1)
print(nn.ChannelShuffle(groups=2)(x).flatten())
#> tensor([0., 3., 1., 4., 2., 5.])
print(nn.ChannelShuffle(groups=3)(x).flatten())
#> tensor([0., 2., 4., 1., 3., 5.])
