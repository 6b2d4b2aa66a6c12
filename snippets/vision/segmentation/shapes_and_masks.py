"""Drawn shapes and their masks: a data set for segmentation without a download.

A mask is one number a pixel, its class. Picture and mask go through one call of the
transform: the picture is interpolated, [the mask](../data/work.md#image_and_mask) takes
the nearest pixel, so that no number is new. Each is drawn from its index: every epoch,
worker and run gets the same ones.

Attributes: Shapes
    image: (3, 64, 64) float32, in [0, 1]
    mask: (64, 64) int64, 0, 1 or 2
    images: (4, 3, 64, 64) float32
    masks: (4, 64, 64) int64

Asked as:
    synthetic segmentation dataset; toy data for semantic segmentation; draw circles and
    squares with masks; make a fake data set of images and masks; segmentation example
    without downloading data; generate random shapes with labels; dummy masks to try a
    U-Net; what does a segmentation mask look like; dataset that draws its own pictures;
    rotate picture and label map together; mask of class indices for each pixel; random
    pictures that are the same in each epoch
"""

import random

import torch
from torch.utils.data import DataLoader, Dataset
from torchvision import tv_tensors
from torchvision.transforms import v2


class Shapes(Dataset):
    """A disc, class 1, then a square, class 2, on a grey ground, class 0."""

    def __init__(self, length, transform=None, size=64):
        self.length, self.transform, self.size = length, transform, size

    def __len__(self):
        return self.length

    def __getitem__(self, index):
        draw, line = random.Random(index), torch.arange(self.size)
        image = torch.full((3, self.size, self.size), 0.5)
        mask = torch.zeros(self.size, self.size, dtype=torch.int64)
        for label in (1, 2):
            radius = draw.randint(8, 14)
            x, y = (draw.randint(radius, self.size - radius - 1) for _ in range(2))
            down, across = (line - y).abs().unsqueeze(1), (line - x).abs()
            disc, square = down**2 + across**2, torch.maximum(down, across) ** 2
            inside = (disc if label == 1 else square) <= radius**2
            mask[inside] = label
            image[:, inside] = torch.tensor([draw.random() for _ in "rgb"])[:, None]
        pair = tv_tensors.Image(image), tv_tensors.Mask(mask)
        return self.transform(*pair) if self.transform else pair  # <-


turn = v2.RandomRotation((30, 30), interpolation=v2.InterpolationMode.BILINEAR)
image, mask = Shapes(8)[3]
turned, turned_mask = Shapes(8, turn)[3]
print(mask.unique(), turned_mask.unique())
#> tensor([0, 1, 2]) tensor([0, 1, 2])

images, masks = next(iter(DataLoader(Shapes(8, turn), batch_size=4)))
pictures = {"image": image, "mask": mask / 2}
pictures |= {"image, turned": turned, "mask, turned": turned_mask / 2}
