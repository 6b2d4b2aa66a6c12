"""FiveCrop: four corners and the centre.

Transform 4, for prediction: average the logits of five crops. It gives a tuple of 5
images: stack them into a batch.

Attributes: Shapes
    image: (3, 427, 640) uint8
    batch: (5, 3, 250, 300) uint8

Asked as:
    multi-crop evaluation; average predictions over several crops; crop each corner of a
    photo; crop the corners and the middle; top left, top right, bottom left, bottom
    right and center patch; average over five patches at test time; several views of a
    single picture at test time; multiple crops of one image for inference; see the
    edges of the photo as well, not only the middle; tuple of crops to a batch;
    transform returns a tuple of five images; five crops and ToTensor give a TypeError;
    pic should be PIL Image or ndarray. Got <class 'tuple'>; F.five_crop; evaluate on
    five parts or windows of a picture and average the scores
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))

crops = v2.FiveCrop((250, 300))(image)  # <-
print(type(crops), len(crops))
#> <class 'tuple'> 5
batch = torch.stack(crops)

results = {f"crops[{i}]": crop for i, crop in enumerate(crops)}
print(crops[3].equal(image[:, -250:, -300:]))
#> True
