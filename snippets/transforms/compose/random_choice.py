"""RandomChoice: one of several.

Transform 20. Each with the same probability, or with `p`, a list of weights. v1 draws
from Python's `random`: `torch.manual_seed` does not make it repeat.

Attributes: Shapes
    image: (3, 427, 640) uint8

Asked as:
    pick a single augmentation at random; apply one randomly chosen augmentation; one of
    several augmentations; only one out of three augmentations; choose a transform by
    chance; random selection among transforms; each picture gets exactly one of several
    effects; different probability for each augmentation; weights of the alternatives;
    choose between augmentations with probabilities 0.5, 0.3, 0.2; RandomChoice not
    reproducible with a seed; albumentations OneOf, imgaug OneOf, keras_cv RandomChoice;
    np.random.choice over transforms; pick one transform from a list with weights;
    randomly flip or blur but just one; either flip or rotate, never both
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))
transform = v2.RandomChoice(  # <-
    [v2.Grayscale(3), v2.RandomInvert(p=1.0), v2.GaussianBlur(31, sigma=8.0)]
)
results = {}
for seed in range(1, 6):
    torch.manual_seed(seed)
    results[f"torch.manual_seed({seed})"] = transform(image)

choose = v2.RandomChoice([v2.Lambda(lambda x: 0), v2.Lambda(lambda x: 1)], p=[0.8, 0.2])
drawn = [choose(image) for _ in range(1000)]
print(round(sum(drawn) / 1000, 1))
#> 0.2
