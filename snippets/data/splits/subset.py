"""Subset: chosen samples of a dataset.

Takes a dataset and a sequence of numbers. For a quick trial on few samples, or for one
class.

Attributes: Shapes
    labels: (6,) int64

Asked as:
    use a subset of the dataset for training; only the first n samples; smaller data set
    for debugging; filter a dataset by label; train on the images of two classes only;
    mnist with only zeros and ones; use only 10 % of the training data for a quick test;
    select by a list of indices; tf.data.Dataset.take; pick 500 random images out of the
    training set; slice a dataset; take a small part of the dataset for a quick trial;
    use only some classes of a dataset; use 1000 images instead of all; train on only a
    part of the data; split a dataset by index
"""

import torch
from torch.utils.data import Subset, TensorDataset

labels = torch.tensor([0, 1, 2, 1, 0, 1])
dataset = TensorDataset(torch.arange(6), labels)

first = Subset(dataset, range(3))  # <-
ones = Subset(dataset, torch.nonzero(labels == 1).flatten().tolist())
print(len(first), len(ones))
#> 3 3
print([int(x) for x, _ in ones])
#> [1, 3, 5]
