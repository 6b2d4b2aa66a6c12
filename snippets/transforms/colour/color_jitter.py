"""ColorJitter: brightness, contrast, saturation, hue.

Transform 13. A number b draws the factor from max(0, 1 - b) to 1 + b; a pair is the
range itself. Hue moves by up to h of the circle, h at most 0.5. Values beyond the range
of the type are clipped, 0 to 1 for float images: jitter before Normalize.

Attributes: Shapes
    image: (3, 427, 640) uint8

Raises:
    ValueError: `v2.ColorJitter(hue=0.7)` hue values should be between (-0.5, 0.5)

Asked as:
    colour augmentation; random brightness; random contrast, random saturation; make
    pictures randomly darker, brighter or lighter; vary or change the colours of images
    a bit; photos under different light or exposure; day and night photos differ in
    brightness, model fails on dark ones; what do the numbers 0.4, 0.4, 0.4, 0.1 of
    ColorJitter mean; ColorJitter before or after Normalize; brightness_range of
    ImageDataGenerator; tf.image.random_brightness, tf.image.adjust_hue;
    keras.layers.RandomBrightness, RandomContrast; albumentations
    RandomBrightnessContrast, HueSaturationValue; F.adjust_brightness, adjust_contrast,
    adjust_saturation, adjust_hue; ImageEnhance.Brightness, jitterColorHSV; change or
    alter hue and saturation; simulate weather, lighting or illumination by colour
    changes; lighting augmentation
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

torch.manual_seed(0)
image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))

results = {
    "brightness=(2, 2)": v2.ColorJitter(brightness=(2, 2))(image),
    "contrast=(0.3, 0.3)": v2.ColorJitter(contrast=(0.3, 0.3))(image),
    "saturation=(0, 0)": v2.ColorJitter(saturation=(0, 0))(image),
    "hue=(0.3, 0.3)": v2.ColorJitter(hue=(0.3, 0.3))(image),
    "ColorJitter(0.4, 0.4, 0.4, 0.1)": v2.ColorJitter(0.4, 0.4, 0.4, 0.1)(image),
}
pixel = torch.full((3, 1, 1), 100, dtype=torch.uint8)
print(v2.ColorJitter(brightness=(2, 2))(pixel).flatten())  # <-
#> tensor([200, 200, 200], dtype=torch.uint8)
print(v2.ColorJitter(brightness=(2, 2))(torch.full((3, 1, 1), 0.8)).flatten())
#> tensor([1., 1., 1.])
