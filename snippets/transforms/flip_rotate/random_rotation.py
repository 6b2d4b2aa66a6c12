"""RandomRotation: by a random angle.

Transform 8. A number d means -d to d. `expand=True` keeps the corners and enlarges the
image; `fill` is the colour outside. Say `InterpolationMode.BILINEAR`: nearest is the
default. `resample=` is the old name of `interpolation=`.

Attributes: Shapes
    image: (3, 427, 640) uint8

Raises:
    TypeError: `v2.RandomRotation(30, resample=2)` unexpected keyword argument
        'resample'
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import InterpolationMode, v2

torch.manual_seed(0)
image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))
smooth = {"interpolation": InterpolationMode.BILINEAR}

results = {
    "30 degrees": v2.RandomRotation((30, 30), **smooth)(image),
    "fill=255": v2.RandomRotation((30, 30), fill=255, **smooth)(image),
    "expand=True": v2.RandomRotation((30, 30), expand=True, **smooth)(image),
    "draw 1 of 45": v2.RandomRotation(45, **smooth)(image),
    "draw 2 of 45": v2.RandomRotation(45, **smooth)(image),
}
print(results["expand=True"].shape)
#> torch.Size([3, 691, 768])
print(v2.RandomRotation((90, 90))(torch.tensor([[[1, 2], [3, 4]]])))
#> tensor([[[2, 4],
#>          [1, 3]]])
