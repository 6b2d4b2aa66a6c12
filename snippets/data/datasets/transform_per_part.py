"""A transform for each part: augment the training images only.

`random_split` shares one dataset, and so one transform. Wrap each part instead: the
wrapper applies its own transform to the samples.

Attributes: Shapes
    images: (6, 1, 2, 2) float32

Asked as:
    different transforms for train and validation; transform after random_split; apply a
    transform to a Subset; random_split of an ImageFolder, augmentation for the train
    part only; validation images get augmented too; val.dataset.transform changes train
    as well; wrapper dataset with its own transform; dataset.map with a function; random
    crop or flip for training but not for validation; 'Subset' object has no attribute
    'transform'; no augmentation on the validation part of a split; train and test
    subset of one dataset need different transforms; how to set a transform on one part
    after the split
"""

import torch
from torch.utils.data import Dataset, TensorDataset, random_split
from torchvision.transforms import v2


class Transformed(Dataset):
    def __init__(self, dataset, transform):
        self.dataset, self.transform = dataset, transform

    def __len__(self):
        return len(self.dataset)

    def __getitem__(self, index):
        image, label = self.dataset[index]
        return self.transform(image), label


images = torch.arange(24.0).reshape(6, 1, 2, 2)
dataset = TensorDataset(images, torch.arange(6))
train, val = random_split(dataset, [4, 2], torch.Generator().manual_seed(0))

train = Transformed(train, v2.RandomHorizontalFlip(p=1.0))  # <-
val = Transformed(val, v2.Identity())
image, label = train[0]
print(image, images[label])
#> tensor([[[ 9.,  8.],
#>          [11., 10.]]]) tensor([[[ 8.,  9.],
#>          [10., 11.]]])
