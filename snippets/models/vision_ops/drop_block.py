"""DropBlock2d: squares of a feature map become zero.

Dropout for convolutions: whole squares go, and what stays is scaled up. In eval mode
nothing changes.

Asked as:
    DropBlock; drop squares of a feature map; dropout for convolutional layers that
    works; structured dropout; cutout inside the network; drop contiguous regions;
    block_size of drop_block2d; regularise a convolutional network; spatial dropout of
    regions; mask out blocks of activations; DropBlock3d; dropout of neighbouring pixels
"""

import torch
from torchvision import ops

torch.manual_seed(2)
x = torch.ones(1, 1, 8, 8)
drop = ops.DropBlock2d(p=0.3, block_size=3)  # <-
print((drop(x) != 0).int()[0, 0])
#> tensor([[1, 1, 1, 1, 1, 1, 1, 1],
#>         [1, 1, 1, 1, 1, 1, 1, 1],
#>         [1, 1, 1, 1, 1, 1, 1, 1],
#>         [1, 1, 1, 1, 1, 1, 1, 1],
#>         [1, 1, 1, 0, 0, 0, 1, 1],
#>         [0, 0, 0, 0, 0, 0, 1, 1],
#>         [0, 0, 0, 0, 0, 0, 1, 1],
#>         [0, 0, 0, 1, 1, 1, 1, 1]], dtype=torch.int32)
many = ops.drop_block2d(torch.ones(64, 1, 8, 8), p=0.3, block_size=3)
print(f"{many.mean().item():.1f}")
#> 1.0
print(drop.eval()(x).equal(x))
#> True

film = torch.ones(1, 1, 4, 8, 8)
print(ops.DropBlock3d(p=0.1, block_size=3)(film).shape)
#> torch.Size([1, 1, 4, 8, 8])
print(ops.drop_block3d(film, p=0.1, block_size=3, training=False).equal(film))
#> True
