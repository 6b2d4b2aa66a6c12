"""CircularPad1d, 2d, 3d: wrap around.

For periodic data: angles, hours of the day, textures. At most once around.

Attributes: Shapes
    x: (1, 4) float32

Raises:
    RuntimeError: `nn.CircularPad1d(5)(x)` Padding value causes wrapping around more
        than once

Asked as:
    periodic boundary conditions, periodic padding; np.pad mode='wrap'; cv2.BORDER_WRAP;
    360 degree panorama; torus topology; longitude, date line; cyclic padding; seamless
    texture; left neighbour of the first is the last; hour 23 next to hour 0; pad a
    world map so that east continues at west; circular padding layer; padding that
    continues on the other side; pad an angle or a day cyclically; toroidal padding;
    tile the image on all sides
"""

import torch
from torch import nn

x = torch.tensor([[1.0, 2.0, 3.0, 4.0]])
print(nn.CircularPad1d((1, 2))(x))  # <-
#> tensor([[4., 1., 2., 3., 4., 1., 2.]])
print(nn.CircularPad2d(1)(torch.arange(6.0).reshape(1, 2, 3)))
#> tensor([[[5., 3., 4., 5., 3.],
#>          [2., 0., 1., 2., 0.],
#>          [5., 3., 4., 5., 3.],
#>          [2., 0., 1., 2., 0.]]])
print(nn.CircularPad3d(1)(torch.zeros(1, 1, 2, 2, 2)).shape)
#> torch.Size([1, 1, 4, 4, 4])
