"""ReplicationPad1d, 2d, 3d: repeat the edge.

The border pixel goes on outward. Any size of padding.

Attributes: Shapes
    x: (1, 3) float32
"""

import torch
from torch import nn

x = torch.tensor([[1.0, 2.0, 3.0]])
print(nn.ReplicationPad1d((1, 4))(x))
#> tensor([[1., 1., 2., 3., 3., 3., 3., 3.]])
print(nn.ReplicationPad2d(1)(torch.arange(6.0).reshape(1, 2, 3)))
#> tensor([[[0., 0., 1., 2., 2.],
#>          [0., 0., 1., 2., 2.],
#>          [3., 3., 4., 5., 5.],
#>          [3., 3., 4., 5., 5.]]])
print(nn.ReplicationPad3d(1)(torch.zeros(1, 1, 2, 2, 2)).shape)
#> torch.Size([1, 1, 4, 4, 4])
