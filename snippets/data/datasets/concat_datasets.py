"""ConcatDataset: several datasets as one.

`a + b` makes one, too. Numbers run through the first, then the second. `StackDataset`
joins sample by sample instead.

Attributes: Shapes
    x: (2, 1) float32

Asked as:
    merge two datasets; combine train sets from different sources; append one dataset to
    another; two Dataset objects, train on both together; tf.data.Dataset.concatenate;
    add extra images to a training set; dataset1 + dataset2; StackDataset;
    tf.data.Dataset.zip; draw from two datasets in parallel, sample by sample; join
    datasets side by side as pairs; join the train and test dataset; merge several
    datasets into one big one; more training images from a second folder; iterate over
    two datasets at the same time; several files as one dataset
"""

import torch
from torch.utils.data import ConcatDataset, StackDataset, TensorDataset

x = torch.tensor([[1.0], [2.0]])
a, b = TensorDataset(x), TensorDataset(x * 10)

both = ConcatDataset([a, b])  # <-
print(len(both), both[1], both[2])
#> 4 (tensor([2.]),) (tensor([10.]),)
print(len(a + b))
#> 4

pairs = StackDataset(small=a, large=b)
print(len(pairs), pairs[0])
#> 2 {'small': (tensor([1.]),), 'large': (tensor([10.]),)}
