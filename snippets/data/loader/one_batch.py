"""next(iter(loader)): one batch to look at.

`dataiter.next()` is gone. Each `iter(loader)` starts a new epoch, and new workers.

Attributes: Shapes
    inputs: (2, 3) float32
    targets: (2,) int64

Raises:
    AttributeError: `iter(loader).next()` object has no attribute 'next'
"""

import torch
from torch.utils.data import DataLoader, TensorDataset

dataset = TensorDataset(torch.ones(6, 3), torch.arange(6))
loader = DataLoader(dataset, batch_size=2)

inputs, targets = next(iter(loader))
print(inputs.shape, targets)
#> torch.Size([2, 3]) tensor([0, 1])
