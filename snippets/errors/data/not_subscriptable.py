r"""'DataLoader' object is not subscriptable: a loader has no numbers.

A loader is something to loop over: no `loader[0]`, and no `next(loader)`, which says
that it is not an iterator. A sample by number is `loader.dataset[0]`. One batch is
`next(iter(loader))`; written like this it is the first batch again each time, or a new
draw if the loader shuffles. The iterator's method `.next()` is gone: `next(iterator)`.
See [`one_batch`](../data/loader.md#one_batch).

Raises:
    TypeError: `loader[0]` 'DataLoader' object is not subscriptable
    TypeError: `next(loader)` 'DataLoader' object is not an iterator
    AttributeError: `iter(loader).next()`
        '_SingleProcessDataLoaderIter' object has no attribute 'next'

Also worded:
    AttributeError: '_MultiProcessingDataLoaderIter' object has no attribute 'next'
    TypeError: 'DataLoader' object does not support indexing
    TypeError: 'DataLoader' object is not callable
    AttributeError: 'DataLoader' object has no attribute 'shape'

Asked as:
    index a DataLoader; next of a DataLoader fails; dataiter.next() no longer works;
    dataiter.next() of an old tutorial; slice of a loader, the first ten batches; access
    a single sample through the loader
"""

from itertools import islice

import torch
from torch.utils.data import DataLoader, TensorDataset

x = torch.arange(6.0).reshape(6, 1)
loader = DataLoader(TensorDataset(x, torch.arange(6)), batch_size=2)
try:
    loader[0]
except TypeError as error:
    print(error)
    #> 'DataLoader' object is not subscriptable
try:
    next(loader)
except TypeError as error:
    print(error)
    #> 'DataLoader' object is not an iterator

# One sample: ask the dataset. One batch: make an iterator.
print(loader.dataset[4])
#> (tensor([4.]), tensor(4))
images, labels = next(iter(loader))  # <- (2, 1), (2,)
print(labels)
#> tensor([0, 1])

# Several batches, one after the other: keep the iterator.
iterator = iter(loader)
print(next(iterator)[1], next(iterator)[1])
#> tensor([0, 1]) tensor([2, 3])

# The batch number 2, or the first two.
print(next(islice(loader, 2, None))[1])
#> tensor([4, 5])
print([labels.tolist() for _, labels in islice(loader, 2)])
#> [[0, 1], [2, 3]]
