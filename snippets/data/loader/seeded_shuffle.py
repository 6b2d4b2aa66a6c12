"""generator: the same shuffle in every run.

Give the loader a generator of its own. Its order then does not depend on how many
random numbers the model drew before.

Attributes: Shapes
    x: (6,) int64

Asked as:
    reproducible shuffling; fixed seed for DataLoader; same batch order each time;
    deterministic order of the data; g.manual_seed(0); random_state for shuffle; tf.data
    shuffle(seed=); compare two models on the same batches; shuffled order independent
    of other random calls; get the same shuffle every time I run; shuffled, but two runs
    see the samples in identical order; seed only the DataLoader;
    DataLoader(generator=g) for a reproducible order; shuffle=True but reproducible;
    repeat the run with the same sequence of batches
"""

import torch
from torch.utils.data import DataLoader

x = torch.arange(6)


def order(seed):
    generator = torch.Generator().manual_seed(seed)
    loader = DataLoader(x, batch_size=6, shuffle=True, generator=generator)  # <-
    return next(iter(loader)).tolist()


print(order(seed=0))
#> [5, 1, 0, 3, 2, 4]
torch.rand(100)
print(order(seed=0))
#> [5, 1, 0, 3, 2, 4]
print(order(seed=1))
#> [0, 4, 5, 1, 2, 3]
