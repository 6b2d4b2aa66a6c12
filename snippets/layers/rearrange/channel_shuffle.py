"""ChannelShuffle: mix the groups of grouped convolutions.

Channels are dealt out like cards: the first of each group, then the second of each.

Attributes: Shapes
    x: (N, 6, 1, 1) float32

Raises:
    RuntimeError: `nn.ChannelShuffle(groups=4)(x)` Number of channels must be divisible
        by groups

Asked as:
    ShuffleNet; interleave channels; F.channel_shuffle; exchange information between
    groups; view, transpose, view on channels; is channel shuffle random; riffle feature
    maps like cards; layer behind a grouped 1x1 conv; mix information between groups
    after a group conv; shuffle channels between groups; groups never see each other in
    stacked grouped convolutions; reorder channels across groups; permute feature maps
    of a grouped convolution
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.arange(6.0).reshape(1, 6, 1, 1)
print(nn.ChannelShuffle(groups=2)(x).flatten())  # <-
#> tensor([0., 3., 1., 4., 2., 5.])
print(nn.ChannelShuffle(groups=3)(x).flatten())
#> tensor([0., 2., 4., 1., 3., 5.])

print(F.channel_shuffle(x, groups=2).flatten())
#> tensor([0., 3., 1., 4., 2., 5.])
