"""RandomCrop: a window at a random place.

Transform 1. `padding` comes first: 32 with `padding=4` becomes 40, cropped to 32.
An image smaller than the window is an error unless `pad_if_needed=True`.

Attributes: Shapes
    image: (3, 427, 640) uint8
    crop: (3, 300, 400) uint8

Raises:
    ValueError: `v2.RandomCrop(500)(image)` Required crop size (500, 500) is larger than
        input image size (427, 640)

Asked as:
    cut a patch out of a photo; random patch or window of each picture; random cropping
    augmentation; cut a random square; tf.image.random_crop; keras.layers.RandomCrop,
    F.crop, RandomCrop.get_params; CIFAR-10 augmentation; RandomCrop(32, padding=4,
    padding_mode="reflect"); pad by 4 pixels, then crop back to 32 x 32; pad_if_needed;
    photo smaller than the crop; crop size bigger than the image; a different, slightly
    shifted section of the photo each time; part of the image at a random position;
    sample tiles or regions of 256 pixels from large aerial photos, scans or pathology
    slides; train on random cutouts of huge pictures, small pieces
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))

transform = v2.RandomCrop((300, 400))  # <-
results = {}
for seed in range(1, 6):
    torch.manual_seed(seed)
    results[f"torch.manual_seed({seed})"] = crop = transform(image)
print(crop.shape, crop.dtype)
#> torch.Size([3, 300, 400]) torch.uint8

small = torch.zeros(3, 32, 32)
print(v2.Pad(4)(small).shape, v2.RandomCrop(32, padding=4)(small).shape)
#> torch.Size([3, 40, 40]) torch.Size([3, 32, 32])
