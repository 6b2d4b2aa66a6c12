"""ReplicationPad1d, 2d, 3d: repeat the edge.

The border pixel goes on outward. Any size of padding.

Attributes: Shapes
    x: (1, 3) float32

Asked as:
    edge padding; np.pad mode='edge'; cv2.BORDER_REPLICATE; pad by copying the outermost
    pixel; clamp to edge, repeat border pixels; hold the last value of a signal; copy
    the last frame to fill up; scipy mode nearest; extend an image by copying edge
    pixels; pad by more than the image size; stretch the last row and column outwards;
    nearest padding; the outermost value goes on outside; repeat the first and last
    value of a sequence; extrapolate by a constant at the edges
"""

import torch
from torch import nn

x = torch.tensor([[1.0, 2.0, 3.0]])
print(nn.ReplicationPad1d((1, 4))(x))  # <-
#> tensor([[1., 1., 2., 3., 3., 3., 3., 3.]])
print(nn.ReplicationPad2d(1)(torch.arange(6.0).reshape(1, 2, 3)))
#> tensor([[[0., 0., 1., 2., 2.],
#>          [0., 0., 1., 2., 2.],
#>          [3., 3., 4., 5., 5.],
#>          [3., 3., 4., 5., 5.]]])
print(nn.ReplicationPad3d(1)(torch.zeros(1, 1, 2, 2, 2)).shape)
#> torch.Size([1, 1, 4, 4, 4])
