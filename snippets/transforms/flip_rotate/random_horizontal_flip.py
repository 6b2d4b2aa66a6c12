"""RandomHorizontalFlip: left and right, with probability p.

Transform 6. For photographs; not for digits or text. Both outcomes are shown.

Attributes: Shapes
    image: (3, 427, 640) uint8
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

x = torch.tensor([[1, 2, 3], [4, 5, 6]])
print(v2.RandomHorizontalFlip(p=1.0)(x))
#> tensor([[3, 2, 1],
#>         [6, 5, 4]])

torch.manual_seed(0)
flip = v2.RandomHorizontalFlip(p=0.5)
count = sum(int(flip(x)[0, 0] == 3) for _ in range(1000))
print(round(count / 1000, 1))
#> 0.5

image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))
results = {"flipped": v2.RandomHorizontalFlip(p=1.0)(image), "not flipped": image}
