"""Compose: one after the other.

A list of transforms is called like one. Make the image small before the slow parts;
Normalize comes near the end. Printing a transform shows its settings.

Attributes: Shapes
    image: (3, 427, 640) uint8
    x: (3, 224, 224) float32

Before: 2.13
    prints: `print(transform.transforms[0])` Resize(size=[256],
        interpolation=InterpolationMode.BILINEAR, antialias=True)

Asked as:
    chain several transforms; put several transforms together in one object; several
    augmentations one after another; call a list of augmentations like one function;
    order of transforms; order of resize, crop and normalize; where in the pipeline or
    list to put Normalize; image preprocessing pipeline; print the steps of a transform;
    bring pixels to -1 to 1 in several steps; nn.Sequential of transforms,
    keras.Sequential of preprocessing layers; albumentations.Compose, sklearn
    make_pipeline for images; transforms.Compose([...]); apply resize, flip, crop and
    normalize one after the other in one call; combine multiple transforms together;
    should Normalize come last; write transforms as a list or sequence; are random
    transforms applied again in every epoch; does augmentation make the dataset larger;
    transforms in the right order
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))
transform = v2.Compose(
    [
        v2.Resize(256),
        v2.CenterCrop(224),
        v2.ToDtype(torch.float32, scale=True),
        v2.Normalize(mean=[0.5, 0.5, 0.5], std=[0.5, 0.5, 0.5]),
    ]
)
x = transform(image)  # <-
print(f"{x.min():.1f} {x.max():.1f}")
#> -1.0 1.0
print(transform.transforms[0])
#> Resize(size=[256], interpolation=bilinear, antialias=True)
