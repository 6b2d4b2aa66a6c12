"""Samplers: in order, shuffled, or your own.

`shuffle=False` is a `SequentialSampler`, `shuffle=True` a `RandomSampler`. A sampler of
your own yields numbers.

Attributes: Shapes
    x: (4,) int64

Asked as:
    custom sampler; RandomSampler and SequentialSampler; replacement=True; bootstrap,
    sampling with replacement; fewer samples per epoch; num_samples for an epoch of
    fixed length; samples_per_epoch; control the order in which samples are visited;
    DataLoader in reverse order, go through the data backwards; curriculum learning,
    easy examples first; shuffle or sampler argument; yield indices from __iter__; write
    my own sampler class; sample the same element several times per epoch; how does
    shuffle=True work inside; write __iter__ and __len__ of a Sampler; what is a Sampler
    and when do I need one
"""

import torch
from torch.utils.data import (
    DataLoader,
    RandomSampler,
    Sampler,
    SequentialSampler,
    TensorDataset,
)


class Backward(Sampler):
    def __init__(self, dataset):
        self.dataset = dataset

    def __len__(self):
        return len(self.dataset)

    def __iter__(self):
        return iter(range(len(self.dataset) - 1, -1, -1))


x = torch.arange(4)
dataset = TensorDataset(x)
print(list(SequentialSampler(dataset)))
#> [0, 1, 2, 3]
print(sorted(RandomSampler(dataset)))
#> [0, 1, 2, 3]
print(len(list(RandomSampler(dataset, replacement=True, num_samples=9))))
#> 9
loader = DataLoader(dataset, batch_size=3, sampler=Backward(dataset))  # <-
print([n.tolist() for (n,) in loader])
#> [[3, 2, 1], [0]]
