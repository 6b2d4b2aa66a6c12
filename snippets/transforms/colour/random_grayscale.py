"""RandomGrayscale: grey with probability p.

Transform 17. Keeps the three channels, equal when grey. p is 0.1 unless said otherwise.

Attributes: Shapes
    image: (3, 427, 640) uint8

Asked as:
    sometimes gray; drop colour at random; turn some images gray at random; remove the
    colour of some training pictures; now and then a picture without colour; black and
    white with 20 percent chance; decolour some of the inputs; network relies on colour,
    force it to look at shapes; robust to colourless photos; SimCLR or MoCo augmentation
    without colour; albumentations ToGray, keras.layers.RandomGrayscale; 10 % of the
    images in gray, desaturate a tenth of them; mix in some grey images, greyscale a few
    pictures, not all
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

torch.manual_seed(0)
image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))
results = {f"p={p}": v2.RandomGrayscale(p=p)(image) for p in (1.0, 0.0)}

pixel = torch.tensor([1.0, 0.0, 0.0]).view(3, 1, 1)
transform = v2.RandomGrayscale(p=0.2)  # <-
grey = sum(bool(transform(pixel)[0] < 1) for _ in range(1000))
print(round(grey / 1000, 1))
#> 0.2
