"""CenterCrop: the middle of the image.

Transform 2. For validation, after Resize. An image smaller than the window is padded
with zeros, without a word.

Attributes: Shapes
    image: (3, 427, 640) uint8
    crop: (3, 300, 400) uint8
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))

crop = v2.CenterCrop((300, 400))(image)
results = {"(300, 400)": crop, "200": v2.CenterCrop(200)(image)}
print(crop.equal(image[:, 64:364, 120:520]))
#> True
print(v2.CenterCrop(3)(torch.ones(1, 1, 1)))
#> tensor([[[0., 0., 0.],
#>          [0., 1., 0.],
#>          [0., 0., 0.]]])
