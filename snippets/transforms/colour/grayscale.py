r"""Grayscale: brightness alone.

Transform 14. Weights of the eye for red, green and blue. One channel, or three equal
ones with `num_output_channels=3`, for networks that want three.

$$y = 0.2989 \, r + 0.587 \, g + 0.114 \, b$$

Attributes: Shapes
    image: (3, 427, 640) uint8
    grey: (1, 427, 640) uint8

Asked as:
    RGB to gray; convert colour images to gray; black and white photo; rgb image to one
    channel; single channel from a colour image; one gray channel instead of three
    colours for the network; drop the colour of all images; desaturate, discard the
    colour information; luminance or luma of an rgb image; num_output_channels=3; 0.299
    0.587 0.114; cv2.COLOR_BGR2GRAY; image.convert("L"); tf.image.rgb_to_grayscale,
    skimage.color.rgb2gray, F.rgb_to_grayscale; make all photos black and white; make an
    image gray with three channels; formula of colour to gray conversion
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))
grey = v2.Grayscale()(image)  # <-
results = {"Grayscale()": grey}

print(v2.Grayscale(num_output_channels=3)(image).shape)
#> torch.Size([3, 427, 640])
print(v2.Grayscale()(torch.eye(3).view(3, 1, 3)))  # pure red, green, blue
#> tensor([[[0.2989, 0.5870, 0.1140]]])
