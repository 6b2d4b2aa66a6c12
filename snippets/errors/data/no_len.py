r"""object of type has no len(): the loader asks a dataset how long it is.

A dataset with numbers needs two methods: `__len__`, which the sampler asks, shuffled or
not, and `__getitem__`. Usual causes: `__len__` is missing, misspelt or indented into
another method; a generator is given as a dataset. A stream without a length is an
`IterableDataset` with `__iter__`, and its loader has no length and no shuffle:
[`iterable_dataset`](../data/datasets.md#iterable_dataset).

Raises:
    TypeError: `DataLoader(Squares(), shuffle=True)`
        object of type 'Squares' has no len()
    TypeError: `next(iter(DataLoader(i for i in range(3))))`
        object of type 'generator' has no len()
    NotImplementedError: `Dataset()[0]`
        Subclasses of Dataset should implement __getitem__.
    ValueError: `DataLoader(Stream(), shuffle=True)`
        DataLoader with IterableDataset: expected unspecified shuffle option, but got
        shuffle=True

Also worded:
    TypeError: object of type 'MyDataset' has no len()
    TypeError: 'MyDataset' object is not subscriptable
    TypeError: 'MyDataset' object does not support indexing
    TypeError: Can't instantiate abstract class MyDataset with abstract method __iter__

Asked as:
    NotImplementedError in my own Dataset; typo in __getitem__, it is never called;
    generator as a dataset in a DataLoader; shuffle an IterableDataset; expected
    unspecified sampler option; __len__ is indented wrongly
"""

from torch.utils.data import DataLoader, Dataset, IterableDataset


class Squares(Dataset):
    def __getitem__(self, index):
        return index**2


try:
    DataLoader(Squares(), shuffle=True)
except TypeError as error:
    print(error)
    #> object of type 'Squares' has no len()


# Numbered samples: both methods.
class Sized(Squares):
    def __len__(self):  # <-
        return 4


print(len(DataLoader(Sized(), shuffle=True)))
#> 4


# A generator: a class that starts it anew; no shuffle.
class Stream(IterableDataset):
    def __iter__(self):
        yield from (n**2 for n in range(4))


loader = DataLoader(Stream(), batch_size=2)
print([batch.tolist() for batch in loader])
#> [[0, 1], [4, 9]]
# Small enough for memory: a list, with a length and in any order.
print(len(DataLoader(list(Stream()), batch_size=2, shuffle=True)))
#> 2
