"""ColorJitter: brightness, contrast, saturation, hue.

Transform 13. A number b draws the factor from max(0, 1 - b) to 1 + b; a pair is the
range itself. Hue moves by up to h of the circle, h at most 0.5. Values beyond the range
of the type are clipped, 0 to 1 for float images: jitter before Normalize.

Attributes: Shapes
    image: (3, 427, 640) uint8

Raises:
    ValueError: `v2.ColorJitter(hue=0.7)` hue values should be between (-0.5, 0.5)
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

torch.manual_seed(0)
image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))

results = {
    "brightness=2": v2.ColorJitter(brightness=(2, 2))(image),
    "contrast=0.3": v2.ColorJitter(contrast=(0.3, 0.3))(image),
    "saturation=0": v2.ColorJitter(saturation=(0, 0))(image),
    "hue=0.3": v2.ColorJitter(hue=(0.3, 0.3))(image),
    "a draw of all": v2.ColorJitter(0.4, 0.4, 0.4, 0.1)(image),
}
pixel = torch.full((3, 1, 1), 100, dtype=torch.uint8)
print(v2.ColorJitter(brightness=(2, 2))(pixel).flatten())
#> tensor([200, 200, 200], dtype=torch.uint8)
print(v2.ColorJitter(brightness=(2, 2))(torch.full((3, 1, 1), 0.8)).flatten())
#> tensor([1., 1., 1.])
