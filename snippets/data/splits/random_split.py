"""random_split: random parts, by count or by share.

Shares must sum to 1. Without a seed another run splits differently, and validation
samples leak into training when you resume.

Attributes: Shapes
    x: (10, 1) float32

Raises:
    ValueError: `random_split(dataset, [7, 2])` Sum of input lengths does not equal the
        length of the input dataset!

Asked as:
    train test split; train_test_split; keep 20 % of my training images for validation;
    80/20 split; split or divide a dataset into two parts, train and val; 80 percent for
    training, the rest for validation, at random; validation_split=0.2; divide data into
    training and test set; train without a validation set, or make one; fractions
    instead of lengths; dividerand; separate some images for testing; hold out a
    validation set; randomly split the data; train/validation split of a torch Dataset;
    split one folder of images into train and validation, 80 to 20; split by 80 and 20
    percent; how much data for validation, how large should the validation set be;
    reproducible split, same split every time
"""

import torch
from torch.utils.data import TensorDataset, random_split

x = torch.arange(10.0).unsqueeze(1)
dataset = TensorDataset(x)

generator = torch.Generator().manual_seed(0)
train, val = random_split(dataset, [0.8, 0.2], generator)  # <-
print(len(train), len(val))
#> 8 2
print(val.indices)
#> [6, 2]
