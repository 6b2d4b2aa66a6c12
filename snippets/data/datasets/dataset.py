"""Dataset: two methods, __getitem__ and __len__.

`__getitem__` returns one sample, usually (input, target), for a number below
`len(dataset)`. Reading files here and not in `__init__` keeps memory small and lets
workers share the work.

Attributes: Shapes
    x: (2,) float32
    y: () int64
"""

import torch
from torch.utils.data import Dataset


class Points(Dataset):
    def __init__(self, count):
        self.count = count

    def __len__(self):
        return self.count

    def __getitem__(self, index):
        x = torch.tensor([index, index**2], dtype=torch.float32)
        return x, torch.tensor(index % 2)


dataset = Points(5)
x, y = dataset[3]
print(len(dataset), x, y)
#> 5 tensor([3., 9.]) tensor(1)
