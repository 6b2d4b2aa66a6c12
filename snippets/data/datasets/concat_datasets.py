"""ConcatDataset: several datasets as one.

`a + b` does the same. Numbers run through the first, then the second. `StackDataset`
joins sample by sample instead.

Attributes: Shapes
    x: (2, 1) float32
"""

import torch
from torch.utils.data import ConcatDataset, StackDataset, TensorDataset

x = torch.tensor([[1.0], [2.0]])
a, b = TensorDataset(x), TensorDataset(x * 10)

both = ConcatDataset([a, b])
print(len(both), both[1], both[2])
#> 4 (tensor([2.]),) (tensor([10.]),)
print(len(a + b))
#> 4

pairs = StackDataset(small=a, large=b)
print(len(pairs), pairs[0])
#> 2 {'small': (tensor([1.]),), 'large': (tensor([10.]),)}
