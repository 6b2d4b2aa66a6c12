"""TrivialAugmentWide: one random effect of random strength.

No settings to tune. On uint8 images (or float),
before Normalize.

Attributes: Shapes
    image: (3, 427, 640) uint8

Asked as:
    automatic data augmentation; augmentation without hyperparameters; augmentation that
    needs no tuning; auto augmentation without settings; one random operation per image;
    best augmentation for photos; state of the art augmentation in one line; modern,
    easy augmentation to start with, nothing to choose or configure; tuning the
    augmentation strength takes too long; difference between AutoAugment, RandAugment
    and TrivialAugment; num_magnitude_bins, ta_wide; parameter-free augmentation policy,
    no parameters; simple, strong augmentation against overfitting
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))
transform = v2.TrivialAugmentWide()  # <-
results = {}
for seed in range(1, 6):
    torch.manual_seed(seed)
    results[f"torch.manual_seed({seed})"] = transform(image)
print({tuple(result.shape) for result in results.values()})
#> {(3, 427, 640)}
