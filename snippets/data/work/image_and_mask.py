"""Image and mask through one pipeline: a dataset for segmentation.

Both are wrapped and go through one call: crops, flips and sizes are the same, colours
and `Normalize` reach the image alone. `Resize` takes nearest for a mask by itself, so
no new class numbers appear. `ToDtype` with a dictionary scales the image and leaves the
numbers of the mask. A mask read from a PIL image has a channel: drop it for the loss.

Attributes: Shapes
    image: (3, 32, 32) float32
    mask: (32, 32) int64

Asked as:
    augment image and segmentation mask together; same random crop for image and label;
    albumentations image and mask; v2.Compose with tv_tensors.Mask; ToDtype with a dict
    per type; RandomResizedCrop of image and mask; segmentation dataset class; mask
    values change after resize; paired augmentation of image and target; Normalize only
    the image and not the mask; U-Net dataset
"""

import torch
from PIL import Image
from torchvision import tv_tensors
from torchvision.transforms import v2

dtypes = {tv_tensors.Image: torch.float32, tv_tensors.Mask: torch.int64, "others": None}
train = v2.Compose(
    [
        v2.RandomResizedCrop(32, antialias=True),
        v2.RandomHorizontalFlip(),
        v2.ColorJitter(brightness=0.4),
        v2.ToDtype(dtypes, scale=True),
        v2.Normalize([0.5] * 3, [0.5] * 3),
    ]
)

torch.manual_seed(0)
picture = Image.new("RGB", (48, 48), "black")
picture.paste("white", (0, 0, 24, 48))
label = Image.new("L", (48, 48), 0)
label.paste(7, (0, 0, 24, 48))  # class 7 where it is white

image, mask = train(tv_tensors.Image(picture), tv_tensors.Mask(label))  # <-
mask = mask.squeeze(0)
print(image.dtype, mask.dtype, mask.unique())
#> torch.float32 torch.int64 tensor([0, 7])
print(torch.equal(image[0] > 0, mask == 7))
#> True
