"""RandomResizedCrop: a random part, brought to one size.

Transform 3, the standard augmentation for training on ImageNet. It covers `scale` of
the area (0.08 to 1) at an aspect ratio in `ratio` (3/4 to 4/3); of an image too narrow
for both it takes the middle, always the same. `RandomSizedCrop` was its first name.

Attributes: Shapes
    image: (3, 427, 640) uint8
    crop: (3, 400, 400) uint8

Raises:
    AttributeError: `transforms.RandomSizedCrop` has no attribute 'RandomSizedCrop'

Asked as:
    random crop, then resize; random area scaled to 224; random zoom augmentation, zoom
    in; usual crop for training a ResNet, 224 x 224; Inception or GoogLeNet style crop
    of random scale and aspect ratio; random crop shows only tiny parts, misses the
    object, make it larger; minimum share of the area that is cropped; what does
    scale=(0.08, 1.0) mean; ratio=(3/4, 4/3); difference between RandomCrop and
    RandomResizedCrop; crops for SimCLR, DINO, contrastive learning;
    tf.image.sample_distorted_bounding_box; keras.layers.RandomResizedCrop, timm
    RandomResizedCropAndInterpolation; F.resized_crop; zoomed random crops, zoom in at a
    random spot; scale augmentation: robust against objects near or far, larger or
    smaller
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision import transforms
from torchvision.transforms import v2

image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))

transform = v2.RandomResizedCrop(size=400, scale=(0.08, 1.0))  # <-
results = {}
for seed in range(1, 6):
    torch.manual_seed(seed)
    results[f"torch.manual_seed({seed})"] = crop = transform(image)
print(crop.shape)
#> torch.Size([3, 400, 400])
print(transforms.RandomResizedCrop(400)(crop).shape)  # v1
#> torch.Size([3, 400, 400])
