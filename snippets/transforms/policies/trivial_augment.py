"""TrivialAugmentWide: one random effect of random strength.

No settings to tune, and as good as the searched policies. On uint8 images (or float),
before Normalize.

Attributes: Shapes
    image: (3, 427, 640) uint8
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

torch.manual_seed(0)
image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))
transform = v2.TrivialAugmentWide()
results = {f"draw {n}": transform(image) for n in (1, 2, 3, 4, 5)}
print({tuple(result.shape) for result in results.values()})
#> {(3, 427, 640)}
