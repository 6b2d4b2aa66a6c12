"""grid_sample: read a picture at places of your own.

The grid holds (x, y) from -1 to 1, left to right and top to bottom, for each pixel of
the output. `affine_grid` makes the grid of a rotation, a shift or a zoom. Gradients
reach the grid, but for `mode="nearest"`.

Asked as:
    spatial transformer; F.grid_sample; F.affine_grid; warp an image; warp by optical
    flow; sample a feature map at coordinates; bilinear sampling at arbitrary points;
    scipy.ndimage.map_coordinates; tfa.image.resampler; rotate a batch of images
    differentiably; coordinates from -1 to 1; align_corners in grid_sample; read pixels
    at fractional positions
"""

import torch
import torch.nn.functional as F

x = torch.arange(16.0).reshape(1, 1, 4, 4)
theta = torch.tensor([[[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]])  # (1, 2, 3)
grid = F.affine_grid(theta, size=(1, 1, 4, 4), align_corners=False)
print(grid.shape)
#> torch.Size([1, 4, 4, 2])
y = F.grid_sample(x, grid, mode="bilinear", align_corners=False)  # <-
print(torch.allclose(y, x, atol=1e-5))
#> True

mirror = torch.tensor([[[-1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]])
grid = F.affine_grid(mirror, (1, 1, 4, 4), align_corners=False)
print(F.grid_sample(x, grid, align_corners=False)[0, 0, 0])
#> tensor([3., 2., 1., 0.])

corner = torch.tensor([[[[-1.0, -1.0], [1.0, 1.0], [3.0, 0.0]]]])  # (1, 1, 3, 2)
print(F.grid_sample(x, corner, align_corners=True))
#> tensor([[[[ 0., 15.,  0.]]]])
print(F.grid_sample(x, corner, align_corners=True, padding_mode="border"))
#> tensor([[[[ 0., 15.,  9.]]]])
