"""Random transforms of v2: one draw for the whole call.

Given a batch, a transform draws once: all its images are flipped, or none, and all get
the same crop. Call it for each sample, in the dataset, as a loader does. `MixUp` and
`CutMix` are made for batches, and draw one share for all.

Attributes: Shapes
    images: (6, 1, 2, 2) float32

Asked as:
    augmentation is the same for the whole batch; transforms.v2 on a batch of images;
    random crop per image in a batch; batched augmentation on the GPU; every image of
    the batch is flipped or none; different random transform for each image; v2
    RandomHorizontalFlip on a 4D tensor; kornia same_on_batch; vectorised augmentation;
    apply a transform to each image of a batch tensor; same angle for all images
"""

import torch
from torchvision.transforms import v2

torch.manual_seed(0)
images = torch.arange(24.0).reshape(6, 1, 2, 2)
flip = v2.RandomHorizontalFlip(p=0.5)


def flipped(batch):
    return (batch[:, 0, 0, 0] > batch[:, 0, 0, 1]).tolist()


print(flipped(flip(images)))
#> [True, True, True, True, True, True]
each = torch.stack([flip(image) for image in images])  # <-
print(flipped(each))
#> [False, True, True, True, False, True]
print({sum(flipped(flip(images))) for _ in range(50)})
#> {0, 6}
