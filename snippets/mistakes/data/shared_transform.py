"""Transform shared by both parts: the last assignment wins.

`random_split` makes two `Subset` objects of one dataset. `val.dataset.transform = None`
sets it on that one dataset: augmentation is off for training too, or, the other way
round, on for validation. `val.transform = None` sets an attribute that nobody reads.
Make two datasets with a transform each and split their numbers in the same way, or
[wrap each part](../data/datasets.md#transform_per_part).

Attributes: Shapes
    images: (100, 1, 4, 4) float32

Asked as:
    train_set.dataset.transform = changes the validation set; augmentation is gone after
    setting the transform of val; random_split and dataset.transform; train.dataset is
    val.dataset; training images are not augmented after a split; Subset transform has
    no effect; val_set.transform = None does nothing; setting the transform after
    random_split; two subsets share the same dataset object; do random_split parts share
    their dataset; split ImageFolder but transform only the training part; changing the
    transform of the validation subset changes training too
"""

import torch
from torch.utils.data import Dataset, Subset, random_split
from torchvision.transforms import v2


class Images(Dataset):
    def __init__(self, images, transform=None):
        self.images, self.transform = images, transform

    def __len__(self):
        return len(self.images)

    def __getitem__(self, index):
        image = self.images[index]
        return self.transform(image) if self.transform else image


def changed(part):  # how many images does the transform change
    pairs = zip(part, part.indices, strict=True)
    return sum(not torch.equal(image, images[index]) for image, index in pairs)


images = torch.arange(1600.0).reshape(100, 1, 4, 4)
flip = v2.RandomHorizontalFlip(p=1.0)

# Wrong: val.dataset is train.dataset.
train, val = random_split(Images(images, flip), [80, 20])
val.dataset.transform = None
print(changed(train), changed(val))
#> 0 0

# Right: two datasets, and the numbers split once.
numbers = torch.randperm(100).tolist()
train = Subset(Images(images, flip), numbers[:80])
val = Subset(Images(images), numbers[80:])  # <-
print(changed(train), changed(val))
#> 80 0
