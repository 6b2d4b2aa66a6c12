"""Collate for detection: lists of images and of targets.

Images of several sizes and any number of boxes cannot be stacked, and the detectors of
torchvision want lists anyhow. `zip(*batch)` turns a list of pairs into a pair of
tuples. An image without boxes has boxes of shape (0, 4).

Attributes: Shapes
    small: (3, 4, 4) float32
    large: (3, 6, 5) float32

Raises:
    RuntimeError: `next(iter(DataLoader(dataset, batch_size=2)))` stack expects each
        tensor to be equal size

Asked as:
    collate_fn for object detection; def collate_fn(batch): return tuple(zip(*batch));
    lambda x: tuple(zip(*x)); batch of images with different numbers of boxes;
    fasterrcnn DataLoader; dataloader for detection returns tuples; utils.collate_fn of
    the references; targets as a list of dicts; image without any boxes; empty boxes
    tensor; a batch for a detector is two lists; images of different sizes as a list for
    a detector
"""

import torch
from torch.utils.data import DataLoader


def sample(image, boxes):
    labels = torch.ones(boxes, dtype=torch.int64)
    return image, {"boxes": torch.zeros(boxes, 4), "labels": labels}


def as_lists(batch):
    return tuple(zip(*batch, strict=True))


small, large = torch.zeros(3, 4, 4), torch.zeros(3, 6, 5)
dataset = [sample(small, 1), sample(large, 2), sample(small, 0)]

loader = DataLoader(dataset, batch_size=3, collate_fn=as_lists)  # <-
images, targets = next(iter(loader))
print([tuple(image.shape) for image in images])
#> [(3, 4, 4), (3, 6, 5), (3, 4, 4)]
print([tuple(target["boxes"].shape) for target in targets])
#> [(1, 4), (2, 4), (0, 4)]
