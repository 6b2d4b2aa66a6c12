r"""Sum of input lengths does not equal the length: random_split.

The lengths are numbers of samples and must add up to `len(dataset)`. Usual causes: both
are rounded down by `int(0.8 * n)`; numbers for another dataset; fractions whose sum is
not 1. Floats that are no fractions, as `0.8 * n` without `int`, give a TypeError of
`randperm` when their sum fits. See [`random_split`](../data/splits.md#random_split).

Raises:
    ValueError: `random_split(range(11), [8, 2])`
        Sum of input lengths does not equal the length of the input dataset!
    TypeError: `random_split(range(10), [8.0, 2.0])`
        randperm() received an invalid combination of arguments - got (float,

Also worded:
    TypeError: randperm(): argument 'n' (position 1) must be int, not float

Asked as:
    split 80 20 of an odd number of samples; int(0.8 * len(dataset)) and int(0.2 *
    len(dataset)) lose one sample; random_split with fractions; random_split with floats
    fails; train_size and val_size differ by one from the total; split lengths rounded
    down
"""

import torch
from torch.utils.data import random_split

dataset = range(11)
n = len(dataset)
try:
    random_split(dataset, [int(0.8 * n), int(0.2 * n)])  # 8 + 2
except ValueError as error:
    print(error)
    #> Sum of input lengths does not equal the length of the input dataset!

# Round one part, give the rest to the other.
generator = torch.Generator().manual_seed(0)
train_size = int(0.8 * n)
train, test = random_split(dataset, [train_size, n - train_size], generator)
print(len(train), len(test))
#> 8 3

# Or fractions that sum to 1: what is left after rounding down goes to the first parts.
train, val, test = random_split(dataset, [0.8, 0.1, 0.1], generator)  # <-
print(len(train), len(val), len(test))
#> 9 1 1
