"""RandomVerticalFlip: top and bottom, with probability p.

Transform 7. For images without an up: microscopy, satellites.

Attributes: Shapes
    image: (3, 427, 640) uint8

Asked as:
    upside down; flip a photo upside down; upside down flip augmentation; flip images
    vertically; turn top to bottom with probability 0.5; sky is below, ground above;
    satellite, microscope or medical slides have no up and down; augment aerial photos
    or cell images; reverse the rows of a picture; np.flipud, torch.flipud;
    tf.image.random_flip_up_down; RandomFlip("vertical"),
    ImageDataGenerator(vertical_flip=True); F.vflip, cv2.flip(img, 0), ImageOps.flip;
    random vflip; mirror top to bottom, reflection about the horizontal axis; flip up
    down; mirror along the horizontal axis
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

x = torch.tensor([[1, 2, 3], [4, 5, 6]])
print(v2.RandomVerticalFlip(p=1.0)(x))  # <-
#> tensor([[4, 5, 6],
#>         [1, 2, 3]])
print(v2.functional.vertical_flip(x))  # without chance
#> tensor([[4, 5, 6],
#>         [1, 2, 3]])

image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))
results = {f"p={p}": v2.RandomVerticalFlip(p=p)(image) for p in (1.0, 0.0)}
