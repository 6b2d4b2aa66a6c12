"""Paired crops at two scales: a low and a high picture, the same place.

For super-resolution: draw the corner in the low picture, and multiply by the scale for
the high one. What keeps the size, such as flips, goes through
[one call](../data/work.md#paired_images) for both; two calls would draw twice.

Attributes: Shapes
    low: (3, 20, 30) float32
    high: (3, 40, 60) float32
    low_crop: (3, 8, 8) float32
    high_crop: (3, 16, 16) float32

Asked as:
    random crop of low and high resolution images; super-resolution dataset crop; same
    crop at two scales; LR HR patches; paired transforms for image to image; crop input
    and target with different sizes; aligned patches for super-resolution; pair of
    images gets different crops; flip input and target together; training patches of
    DIV2K; same random crop for two pictures of different size; joint random crop; cut
    matching patches; patches of the small and the large version of a picture
"""

import torch
import torch.nn.functional as F
from torchvision import tv_tensors
from torchvision.transforms import v2


def paired_crop(low, high, size, scale=2):
    """Cut the same place out of two pictures, (C, H, W) and (C, scale H, scale W)."""
    top, left = (
        torch.randint(length - size + 1, ()).item() for length in low.shape[-2:]
    )
    low = v2.functional.crop(low, top, left, size, size)
    places = (n * scale for n in (top, left, size, size))
    return low, v2.functional.crop(high, *places)  # <-


torch.manual_seed(0)
high = torch.rand(3, 40, 60)
low = F.avg_pool2d(high, 2)
low_crop, high_crop = paired_crop(low, high, size=8)
print(torch.allclose(low_crop, F.avg_pool2d(high_crop, 2)))
#> True

flip = v2.RandomHorizontalFlip()
pair = flip(tv_tensors.Image(low_crop), tv_tensors.Image(high_crop))
print(torch.allclose(pair[0], F.avg_pool2d(pair[1].as_subclass(torch.Tensor), 2)))
#> True
