"""CenterCrop: the middle of the image.

Transform 2. For validation, after Resize. An image smaller than the window is padded
with zeros, without a word.

Attributes: Shapes
    image: (3, 427, 640) uint8
    crop: (3, 300, 400) uint8

Asked as:
    keep the central part; trim a photo to a square; inner square of an image; cut out
    the central region; chop off the edges, keep the centre; cut the margins off all
    four sides; object in the middle of the photo, drop the surroundings; remove the
    outer pixels on each side, equally from all borders; crop symmetrically around the
    midpoint; fixed crop instead of a random one, the same for every picture at test
    time; tf.image.central_crop; keras.layers.CenterCrop, F.center_crop,
    tf.image.resize_with_crop_or_pad; black border after cropping a small picture;
    deterministic crop for evaluation, without randomness
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))

crop = v2.CenterCrop((300, 400))(image)  # <-
results = {"CenterCrop((300, 400))": crop, "CenterCrop(200)": v2.CenterCrop(200)(image)}
print(crop.equal(image[:, 64:364, 120:520]))
#> True
print(v2.CenterCrop(3)(torch.ones(1, 1, 1)))
#> tensor([[[0., 0., 0.],
#>          [0., 1., 0.],
#>          [0., 0., 0.]]])
