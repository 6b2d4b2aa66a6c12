"""RandomOrder: all of them, in a random order.

Transform 22. Adding 1 and doubling do not commute: both results are seen. v1 draws
from Python's `random`: `torch.manual_seed` does not make it repeat.

Attributes: Shapes
    image: (3, 427, 640) uint8

Asked as:
    shuffle the sequence of augmentations; random permutation of the transforms;
    randomise the order of augmentations; augmentations in another sequence every time;
    transforms in a different order for each image; run the transforms in random
    sequence, not as listed; rotate then crop or crop then rotate, at random; does the
    order of augmentations matter; permute a list of transforms; RandomOrder not
    reproducible with a seed; albumentations RandomOrder,
    iaa.Sequential(random_order=True); shuffle the order of the list of augmentations;
    apply augmentations in random order
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

torch.manual_seed(0)
transform = v2.RandomOrder([v2.Lambda(lambda x: x + 1), v2.Lambda(lambda x: x * 2)])
print(sorted({int(transform(torch.tensor(10))) for _ in range(50)}))
#> [21, 22]

image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))
order = v2.RandomOrder([v2.CenterCrop(300), v2.RandomRotation((45, 45))])  # <-
results = {}
for seed in (1, 2, 3):
    torch.manual_seed(seed)
    results[f"torch.manual_seed({seed})"] = order(image)
