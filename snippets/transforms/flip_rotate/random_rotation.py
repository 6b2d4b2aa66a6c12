"""RandomRotation: by a random angle.

Transform 8. A number d means -d to d. `expand=True` keeps the corners and enlarges the
image; `fill` is the colour outside. Say `InterpolationMode.BILINEAR`: nearest is the
default. `resample=` is the old name of `interpolation=`.

Attributes: Shapes
    image: (3, 427, 640) uint8

Raises:
    TypeError: `v2.RandomRotation(30, resample=2)` unexpected keyword argument
        'resample'

Asked as:
    rotate an image; rotation augmentation; tilt a picture by a few degrees; turn or
    spin a picture by an arbitrary angle; rotate between -15 and 15 degrees, plus or
    minus; rotate by exactly 90 degrees; photos not held straight, slightly tilted,
    crooked; clockwise or counter-clockwise; black corners or border after rotating;
    fill the corners of a rotated image with white; corners are cut off; parts of the
    picture are cut off after rotating, bigger canvas; keep the whole picture when
    rotating; rotated image looks jagged; rotate a tensor image by an angle;
    keras.layers.RandomRotation, rotation_range=20; F.rotate, tfa.image.rotate,
    scipy.ndimage.rotate, imrotate
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import InterpolationMode, v2

torch.manual_seed(0)
image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))
smooth = {"interpolation": InterpolationMode.BILINEAR}

results = {
    "degrees=(30, 30)": v2.RandomRotation((30, 30), **smooth)(image),
    "fill=255": v2.RandomRotation((30, 30), fill=255, **smooth)(image),
    "expand=True": v2.RandomRotation((30, 30), expand=True, **smooth)(image),
    "degrees=45": v2.RandomRotation(45, **smooth)(image),
    "center=(0, 0)": v2.RandomRotation((30, 30), center=(0, 0), **smooth)(image),
}
print(results["expand=True"].shape)
#> torch.Size([3, 691, 768])
print(v2.RandomRotation((90, 90))(torch.tensor([[[1, 2], [3, 4]]])))  # <-
#> tensor([[[2, 4],
#>          [1, 3]]])
