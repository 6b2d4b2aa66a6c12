"""ImageNet validation pipeline: resize, crop the centre, normalise.

Nothing random: the shorter side to 256, the middle 224. The pipeline of a set of
torchvision weights is `weights.transforms()`.

Attributes: Shapes
    x: (3, 224, 224) float32
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.models import ResNet18_Weights
from torchvision.transforms import v2

validation = v2.Compose(
    [
        v2.ToImage(),
        v2.Resize(256),
        v2.CenterCrop(224),
        v2.ToDtype(torch.float32, scale=True),
        v2.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]),
    ]
)
photo = Image.fromarray(load_sample_image("flower.jpg"))
x = validation(photo)
print(x.equal(validation(photo)))
#> True

image = v2.ToImage()(photo)
theirs = ResNet18_Weights.DEFAULT.transforms()(image)
print(bool((x - theirs).abs().max() < 0.02))  # a rounded pixel is 1 / 255 / 0.225
#> True
results = {"256, centre 224": x}
