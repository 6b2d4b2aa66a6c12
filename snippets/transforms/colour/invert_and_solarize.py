"""RandomInvert, RandomPosterize, RandomSolarize: values inverted or coarser.

With probability p, 0.5 unless said otherwise. `RandomPosterize` keeps the first `bits`
of a value, `RandomSolarize` inverts values from the threshold up. AutoAugment is made
of such parts.

Attributes: Shapes
    image: (3, 427, 640) uint8
    x: (1, 1, 3) uint8

Asked as:
    invert colours; negative of a picture; image negative; 255 - image; swap dark and
    bright, light and dark; flip black and white, MNIST digits on a white background;
    white letters on black instead of black on white; posterize effect; quantize the
    pixel values; solarize, BYOL solarization; ImageOps.invert, ImageOps.posterize,
    ImageOps.solarize; cv2.bitwise_not, imcomplement, F.invert;
    keras.layers.RandomPosterization; reduce the colour depth: fewer colours, fewer bits
    per channel; turn a white background black, dark instead of light
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))
transforms = [
    v2.RandomInvert(p=1.0),  # <-
    v2.RandomPosterize(bits=2, p=1.0),
    v2.RandomSolarize(threshold=128, p=1.0),
]
results = {str(t): t(image) for t in transforms}

x = torch.tensor([[[10, 100, 200]]], dtype=torch.uint8)
for transform in transforms:
    print(type(transform).__name__, transform(x).flatten().tolist())
    #> RandomInvert [245, 155, 55]
    #> RandomPosterize [0, 64, 192]
    #> RandomSolarize [10, 100, 55]
