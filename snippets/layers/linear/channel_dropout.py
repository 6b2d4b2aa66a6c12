"""Dropout1d, Dropout2d, Dropout3d: whole channels at once.

After convolutions neighbouring pixels are alike, and dropping single ones changes
little. Input (N, C, L), (N, C, H, W) or (N, C, D, H, W).

Attributes: Shapes
    x: (N, C, 2, 2) float32
    y: (N, C, 2, 2) float32

Warns:
    UserWarning: `nn.Dropout2d()(torch.zeros(3, 4))` Received a 2-D input to dropout2d,
        which is deprecated

Asked as:
    spatial dropout; tf.keras.layers.SpatialDropout2D; F.dropout2d; drop entire feature
    maps; which dropout after a convolution; difference between Dropout and Dropout2d;
    drop one feature for all time steps; normal dropout does not help in a CNN,
    neighbouring pixels are correlated; zero a whole feature map at random; dropout for
    video or volumes; drop out complete channels, not individual elements; same mask for
    all pixels of a channel; nn.Dropout3d, nn.Dropout1d; convolutional dropout; whole
    channel is set to zero; one dropout mask per feature map
"""

import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
x = torch.ones(8, 100, 2, 2)
y = nn.Dropout2d(p=0.5)(x)  # <-

per_channel = y.flatten(2)  # (8, 100, 4)
print(bool((per_channel == per_channel[:, :, :1]).all()))  # whole or nothing
#> True
print(y.unique())
#> tensor([0., 2.])

print(nn.Dropout1d(0.5)(torch.ones(2, 3, 7)).shape)
#> torch.Size([2, 3, 7])
print(nn.Dropout3d(0.5)(torch.ones(2, 3, 2, 2, 2)).shape)
#> torch.Size([2, 3, 2, 2, 2])

print(F.dropout1d(torch.ones(2, 3, 7), p=1.0).sum(), F.dropout2d(x, p=1.0).sum())
#> tensor(0.) tensor(0.)
print(F.dropout3d(x.unsqueeze(2), training=False).equal(x.unsqueeze(2)))
#> True
