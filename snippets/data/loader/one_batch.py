"""next(iter(loader)): one batch to look at.

`dataiter.next()` is gone. `iter(loader)` starts a new epoch and, without
`persistent_workers`, new workers.

Attributes: Shapes
    inputs: (2, 3) float32
    targets: (2,) int64

Raises:
    AttributeError: `iter(loader).next()` object has no attribute 'next'

Asked as:
    images, labels = dataiter.next(); '_SingleProcessDataLoaderIter' object has no
    attribute 'next'; '_MultiProcessingDataLoaderIter' object has no attribute 'next';
    'DataLoader' object is not subscriptable; 'DataLoader' object is not an iterator;
    first batch of the dataloader; peek into a DataLoader; get just one batch from the
    DataLoader to see the shapes; take only one batch for testing or debugging; a batch
    without a for loop; sample a few images to inspect; look at a few images and labels
    of my loader; get the first images and labels of a loader; what does my loader
    return; get one batch; see what a batch looks like; print the shape of a batch
"""

import torch
from torch.utils.data import DataLoader, TensorDataset

dataset = TensorDataset(torch.ones(6, 3), torch.arange(6))
loader = DataLoader(dataset, batch_size=2)

inputs, targets = next(iter(loader))  # <-
print(inputs.shape, targets)
#> torch.Size([2, 3]) tensor([0, 1])
