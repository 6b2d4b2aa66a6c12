"""generator: the same shuffle in every run.

Give the loader a generator of its own. Its order then does not depend on how many
random numbers the model drew before.

Attributes: Shapes
    x: (6,) int64
"""

import torch
from torch.utils.data import DataLoader

x = torch.arange(6)


def order(seed):
    generator = torch.Generator().manual_seed(seed)
    loader = DataLoader(x, batch_size=6, shuffle=True, generator=generator)
    return next(iter(loader)).tolist()


print(order(seed=0))
#> [5, 1, 0, 3, 2, 4]
torch.rand(100)
print(order(seed=0))
#> [5, 1, 0, 3, 2, 4]
print(order(seed=1))
#> [0, 4, 5, 1, 2, 3]
