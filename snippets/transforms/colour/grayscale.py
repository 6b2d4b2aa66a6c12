r"""Grayscale: brightness alone.

Transform 14. Weights of the eye for red, green and blue. One channel, or three equal
ones with `num_output_channels=3`, for networks that want three.

$$y = 0.2989 \, r + 0.587 \, g + 0.114 \, b$$

Attributes: Shapes
    image: (3, 427, 640) uint8
    grey: (1, 427, 640) uint8
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))
grey = v2.Grayscale()(image)
results = {"Grayscale": grey}

print(v2.Grayscale(num_output_channels=3)(image).shape)
#> torch.Size([3, 427, 640])
print(v2.Grayscale()(torch.eye(3).view(3, 1, 3)))  # pure red, green, blue
#> tensor([[[0.2989, 0.5870, 0.1140]]])
