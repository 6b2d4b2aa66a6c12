r"""permute: dimensions in another order.

Name where each dimension of the result comes from: (C, H, W) to (H, W, C) for
matplotlib is `permute(1, 2, 0)`. A view that is not contiguous.

Attributes: Shapes
    image: (C, H, W) int64
    picture: (H, W, C) int64

Raises:
    RuntimeError: `image.permute(1, 0)` number of dimensions in the tensor input does
        not match the length of the desired ordering of dimensions
"""

import torch

image = torch.arange(24).reshape(2, 3, 4)
picture = image.permute(1, 2, 0)
print(picture.shape)
#> torch.Size([3, 4, 2])
print(picture[1, 3, 0] == image[0, 1, 3])
#> tensor(True)
print(picture.is_contiguous())
#> False
