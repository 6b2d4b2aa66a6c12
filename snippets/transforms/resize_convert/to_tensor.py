"""ToImage and ToDtype: what ToTensor did, in two steps.

Transform 11. `ToImage` turns PIL or NumPy (H, W, C) into (C, H, W) and keeps the
values; `ToDtype` with `scale=True` makes them 0 to 1. v1's `ToTensor` does both, and
not for tensors; `v2.ToTensor` warns. Normalize belongs after it.

Attributes: Shapes
    image: (3, 427, 640) uint8
    x: (3, 427, 640) float32, in [0, 1]

Warns:
    UserWarning: `v2.ToTensor()` The transform `ToTensor()` is deprecated and will be
        removed in a future release.

Raises:
    TypeError: `transforms.ToTensor()(torch.zeros(3, 4, 4))` pic should be PIL Image or
        ndarray. Got <class 'torch.Tensor'>
"""

import torch
from sklearn.datasets import load_sample_image
from torchvision import transforms
from torchvision.transforms import v2

array = load_sample_image("flower.jpg").copy()  # it is read-only
image = v2.ToImage()(array)
print(array.shape, image.shape, type(image).__name__)
#> (427, 640, 3) torch.Size([3, 427, 640]) Image

to_tensor = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])
x = to_tensor(array)
print(x.dtype, f"{x.min():.1f} {x.max():.1f}")
#> torch.float32 0.0 1.0
print(torch.allclose(transforms.ToTensor()(array), v2.ToPureTensor()(x)))
#> True
