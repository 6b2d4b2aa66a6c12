"""Subset: chosen samples of a dataset.

Takes a dataset and a list of numbers. For a quick trial on few samples, or for one
class.

Attributes: Shapes
    labels: (6,) int64
"""

import torch
from torch.utils.data import Subset, TensorDataset

labels = torch.tensor([0, 1, 2, 1, 0, 1])
dataset = TensorDataset(torch.arange(6), labels)

first = Subset(dataset, range(3))
ones = Subset(dataset, torch.nonzero(labels == 1).flatten().tolist())
print(len(first), len(ones))
#> 3 3
print([int(x) for x, _ in ones])
#> [1, 3, 5]
