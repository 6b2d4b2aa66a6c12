"""RandomPhotometricDistort: colour jitter for detectors.

Brightness, contrast, saturation, hue and swapped channels, each with probability p (0.5
unless said otherwise); contrast comes early or late. The recipe of SSD. Boxes stay as
they are.

Attributes: Shapes
    image: (3, 427, 640) uint8
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

torch.manual_seed(0)
image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))

transform = v2.RandomPhotometricDistort(p=0.8)
results = {f"draw {n}": transform(image) for n in (1, 2, 3, 4, 5)}
print({tuple(result.shape) for result in results.values()})
#> {(3, 427, 640)}
