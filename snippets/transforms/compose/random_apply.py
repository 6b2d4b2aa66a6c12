"""RandomApply: all of a list, or none of it.

Transform 21. With probability p, 0.5 unless said otherwise: one draw for the whole
list.

Attributes: Shapes
    image: (3, 427, 640) uint8

Asked as:
    apply an augmentation with probability p; apply a transform with 50 percent chance;
    only sometimes apply a transform; augmentation only in one of five cases; effect on
    only half of the pictures, happens to a share of them; skip an augmentation at
    random; skip a group of effects by chance; probability for a whole list of
    transforms; coin flip before an effect;
    transforms.RandomApply([transforms.ColorJitter(...)], p=0.8); imgaug Sometimes,
    keras_cv RandomApply; set the probability p of GaussianBlur or ColorJitter, which
    have no p argument; apply a transform randomly, give it a probability; augment only
    some of the images, jitter only 80 % of the pictures
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

torch.manual_seed(0)
image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))
effects = [v2.RandomHorizontalFlip(p=1.0), v2.Grayscale(3)]

results = {
    f"p={p}": v2.RandomApply(effects, p=p)(image)  # <-
    for p in (1.0, 0.0)
}
print(results["p=0.0"].equal(image))
#> True
x = torch.tensor([[1, 2]])
add = v2.RandomApply([v2.Lambda(lambda x: x + 10), v2.Lambda(lambda x: x * 2)], p=1.0)
print(add(x))
#> tensor([[22, 24]])
