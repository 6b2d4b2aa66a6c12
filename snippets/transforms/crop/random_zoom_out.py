"""RandomZoomOut: the image on a larger canvas.

Small objects for detectors: with probability p the canvas is 1 to 4 times as large in
each direction, filled with `fill`.

Attributes: Shapes
    image: (3, 427, 640) uint8

Asked as:
    zoom out augmentation; make objects smaller for detection training; tiny objects for
    COCO training; paste the photo on a bigger background; put the picture at a random
    place of an empty canvas; image in the corner of a grey canvas; surround the image
    by blank space, random margins; shrink the content, fill the surroundings with the
    mean colour; random padding around an image for detection; opposite of cropping;
    random_expand, side_range; distant objects, further away; SSD expand augmentation,
    expand the canvas; expand the image canvas for detection; detector misses small or
    little objects, teach it to find them
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))

transform = v2.RandomZoomOut(fill=128, side_range=(1.0, 2.0), p=1.0)  # <-
results = {}
for seed in (1, 2, 3):
    torch.manual_seed(seed)
    results[f"torch.manual_seed({seed})"] = transform(image)
print([result.shape[1] >= 427 for result in results.values()])
#> [True, True, True]
