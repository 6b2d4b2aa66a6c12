"""Image and mask apart: two draws of one random transform.

Each call of a random transform draws anew. Called for the image and again for its mask,
it can flip or crop them differently, and the labels of the pixels are those of others;
of two plain tensors in one call, only the first is moved. Wrap the mask as
`tv_tensors.Mask` and hand over both in one call: see
[tv_tensors](../transforms/policies.md#boxes_and_masks).

Attributes: Shapes
    image: (1, 8, 8) float32
    mask: (8, 8) int64

Asked as:
    transform and target_transform draw different random numbers; mask flipped but the
    image is not; segmentation does not learn with augmentation; random crop of image
    and mask do not match; self.transform(image), self.transform(mask); IoU stays low
    since I augment; image and label misaligned after augmentation; mask unchanged by
    v2 transforms; apply RandomRotation to input and target; overlay shows the mask
    mirrored; target is not flipped with the image
"""

import torch
from torchvision import tv_tensors
from torchvision.transforms import v2

torch.manual_seed(0)
flip = v2.RandomHorizontalFlip(p=0.5)
mask = torch.zeros(8, 8, dtype=torch.int64)
mask[:, :3] = 1
image = mask.unsqueeze(0).float()  # bright where the mask is 1


def fits(image, mask):
    return torch.equal(image[0] > 0.5, mask == 1)


# Wrong: a draw for the image, another for the mask.
found = [fits(flip(image), flip(mask)) for _ in range(1000)]
print(f"{sum(found) / 1000:.1f}")
#> 0.5

# Right: one call for both, and the mask is marked as one.
pair = tv_tensors.Image(image), tv_tensors.Mask(mask)  # <-
found = [fits(*flip(*pair)) for _ in range(1000)]
print(f"{sum(found) / 1000:.1f}")
#> 1.0
