"""RandomHorizontalFlip: left and right, with probability p.

Transform 6. For photographs; not for digits or text.

Attributes: Shapes
    image: (3, 427, 640) uint8

Asked as:
    mirror a photo; flip an image; flip images horizontally; mirror image augmentation;
    flip left to right by chance; cars that drive left as well as right; does flipping
    hurt digits or letters; asymmetric pictures, when not to mirror; reverse the columns
    of a picture; np.fliplr, torch.fliplr; tf.image.random_flip_left_right,
    tf.image.flip_left_right; RandomFlip("horizontal"),
    ImageDataGenerator(horizontal_flip=True); F.hflip, F.horizontal_flip, cv2.flip(img,
    1), ImageOps.mirror, RandXReflection; flip augmentation; random hflip; reflection
    about the vertical axis, flip sideways; double the dataset by left-right mirrored
    copies, horizontal mirroring; swap left and right in half of the pictures, every
    second one is mirrored; flip pictures randomly
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

x = torch.tensor([[1, 2, 3], [4, 5, 6]])
print(v2.RandomHorizontalFlip(p=1.0)(x))  # <-
#> tensor([[3, 2, 1],
#>         [6, 5, 4]])

torch.manual_seed(0)
flip = v2.RandomHorizontalFlip(p=0.5)
count = sum(int(flip(x)[0, 0] == 3) for _ in range(1000))
print(round(count / 1000, 1))
#> 0.5

image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))
results = {f"p={p}": v2.RandomHorizontalFlip(p=p)(image) for p in (1.0, 0.0)}
