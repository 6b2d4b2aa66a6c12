"""ChainDataset: streams one after the other.

For iterable datasets, which have no length: `ConcatDataset` needs one.

Raises:
    AssertionError: `data.ConcatDataset([first, second])` ConcatDataset does not
        support IterableDataset

Asked as:
    chain iterable datasets; concatenate two IterableDatasets; one stream after another;
    ConcatDataset should not support IterableDataset; itertools.chain for datasets;
    several files as one stream; join streams; ChainDataset;
    concatenate two streams; read shard after shard; IterableDataset plus
    IterableDataset
"""

from torch.utils import data


class Lines(data.IterableDataset):
    def __init__(self, *lines):
        self.lines = lines

    def __iter__(self):
        yield from self.lines


first, second = Lines("a", "b"), Lines("c")
both = data.ChainDataset([first, second])  # <-
print(list(both))
#> ['a', 'b', 'c']
print(list(first + second))
#> ['a', 'b', 'c']
print(list(data.DataLoader(both, batch_size=2)))
#> [['a', 'b'], ['c']]
