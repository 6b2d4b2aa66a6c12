"""RandomZoomOut: the image on a larger canvas.

Small objects for detectors: with probability p the canvas is 1 to 4 times as large in
each direction, filled with `fill`.

Attributes: Shapes
    image: (3, 427, 640) uint8
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

torch.manual_seed(2)
image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))

transform = v2.RandomZoomOut(fill=128, side_range=(1.0, 2.0), p=1.0)
results = {f"draw {n}": transform(image) for n in (1, 2, 3)}
print([result.shape[1] >= 427 for result in results.values()])
#> [True, True, True]
