r"""grid_sample and affine_grid: the corners are no longer aligned.

Since 1.3 both take `align_corners=False` by default, and warn where it is not given.
Code from before, such as a spatial transformer, means True: the outermost points of the
grid are then the centres of the outermost pixels. Give it to both functions alike.

Warns:
    UserWarning: `F.grid_sample(row, old)` Default grid_sample and affine_grid behavior
        has changed to align_corners=False since 1.3.0.
    UserWarning: `F.affine_grid(identity, row.shape)` Please specify align_corners=True
        if the old behavior is desired.

Asked as:
    F.grid_sample align_corners; F.affine_grid(theta, size) warns; Default grid_sample
    and affine_grid behavior has changed to align_corners=False since 1.3.0; spatial
    transformer network tutorial warns; warped image is shifted by half a pixel; optical
    flow warp with grid_sample from old code
"""

import torch
import torch.nn.functional as F

row = torch.tensor([[[[1.0, 2.0, 3.0], [1.0, 2.0, 3.0]]]])
identity = torch.tensor([[[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]])
old = F.affine_grid(identity, row.shape, align_corners=True)
print(old[0, 0, :, 0])
#> tensor([-1.,  0.,  1.])
print(F.grid_sample(row, old, align_corners=True)[0, 0, 0])  # <-
#> tensor([1., 2., 3.])

new = F.affine_grid(identity, row.shape, align_corners=False)
print(new[0, 0, :, 0])
#> tensor([-0.6667,  0.0000,  0.6667])

# Given to one alone: the borders are mixed with zeros.
print(F.grid_sample(row, old, align_corners=False)[0, 0, 0])
#> tensor([0.2500, 1.0000, 0.7500])
