"""RandAugment: several random effects of one strength.

`num_ops` effects in a row at `magnitude` 0 to 30; 2 and 9 unless said otherwise.

Attributes: Shapes
    image: (3, 427, 640) uint8

Asked as:
    magnitude of RandAugment; how large should the magnitude be; what do N and M mean;
    number of operations and strength of random augmentation; N random operations of
    magnitude M; two augmentations in a row; two random distortions of fixed strength;
    how much augmentation, too strong or too weak; EfficientNet or ViT augmentation;
    random augment policy; RandAug, rand-m9-mstd0.5-inc1; keras.layers.RandAugment,
    albumentations SomeOf; num_ops and magnitude, what they mean
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))
results = {}
for magnitude in (3, 9, 15, 21, 30):
    torch.manual_seed(0)  # the same two effects
    transform = v2.RandAugment(num_ops=2, magnitude=magnitude)  # <-
    results[f"magnitude={magnitude}"] = transform(image)
print({tuple(result.shape) for result in results.values()})
#> {(3, 427, 640)}
