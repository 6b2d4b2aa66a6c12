"""SubsetRandomSampler: shuffled numbers out of a list.

One dataset, two loaders that draw from different parts. `shuffle` must stay off: the
sampler decides the order.

Attributes: Shapes
    x: (10,) int64

Raises:
    ValueError: `DataLoader(dataset, sampler=val_sampler, shuffle=True)` sampler option
        is mutually exclusive with shuffle

Asked as:
    train_idx and valid_idx; tutorial with SubsetRandomSampler for the validation split;
    two DataLoaders on one dataset with different indices; shuffle indices and split
    without a copy; np.random.shuffle(indices); sample only given indices in random
    order; shuffle=True together with a sampler; visit some of the samples in random
    order; samplers or Subset for a validation split; train_loader and valid_loader;
    train and valid indices for the loader; sampler from an index list; two loaders that
    share one dataset but not the samples
"""

import torch
from torch.utils.data import DataLoader, SubsetRandomSampler, TensorDataset

x = torch.arange(10)
dataset = TensorDataset(x)

generator = torch.Generator().manual_seed(0)
train_sampler = SubsetRandomSampler(range(8), generator)  # <-
val_sampler = SubsetRandomSampler([8, 9], generator)

train = DataLoader(dataset, batch_size=4, sampler=train_sampler)
print(len(train), sorted(int(n) for (batch,) in train for n in batch))
#> 2 [0, 1, 2, 3, 4, 5, 6, 7]
print(sorted(val_sampler))
#> [8, 9]
