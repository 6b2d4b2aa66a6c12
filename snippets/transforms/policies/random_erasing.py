"""RandomErasing: a rectangle without the image.

With probability p. `scale` is its share of the area, `ratio` its shape. `value` is a
number, one for each channel, or "random". Last in the pipeline, after Normalize.

Attributes: Shapes
    image: (3, 427, 640) float32, in [0, 1]

Asked as:
    Cutout augmentation; random black box in a picture; black rectangle or square on
    training images; hide a part of the image; mask out a patch; erase a random region;
    cut a random box out of the image, fill it with zeros; black out or hide an area so
    that the model does not depend on one detail; object partly covered; dropout for
    image regions; erase before or after Normalize; CoarseDropout, F.erase;
    keras.layers.RandomErasing, tfa.image.random_cutout; random parts of pictures
    deleted or removed, part of the image missing; cut holes into images; simulate
    occlusion
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

torch.manual_seed(0)
to_tensor = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])
image = to_tensor(Image.fromarray(load_sample_image("flower.jpg")))

results = {
    "value=0": v2.RandomErasing(p=1.0)(image),
    "value=1": v2.RandomErasing(p=1.0, value=1.0)(image),
    'value="random"': v2.RandomErasing(p=1.0, value="random")(image).clamp(0, 1),
}
erased = v2.RandomErasing(p=1.0, scale=(0.1, 0.1))(torch.ones(1, 100, 100))  # <-
print(round(1 - erased.mean().item(), 2))
#> 0.1
