r"""Can't pickle local object: something is sent to a worker that has no global name.

Where workers are started by spawn or forkserver (Windows, macOS, Python 3.14 on Linux)
the dataset, its transforms, `collate_fn` and `worker_init_fn` are pickled. A lambda, or
a function or class that is defined inside a function, cannot be: name it at the top of
the file. A generator and an open file cannot be either: open the file in `__getitem__`.
`num_workers=0` pickles nothing.

Raises:
    AttributeError: `pickle.dumps(make_dataset())`
        Can't pickle local object 'make_dataset.<locals>.Local'
    TypeError: `pickle.dumps([open(os.devnull)])`
        cannot pickle '_io.TextIOWrapper' object

Also worded:
    AttributeError: Can't pickle local object 'main.<locals>.<lambda>'
    AttributeError: Can't get local object 'main.<locals>.<lambda>'
    _pickle.PicklingError: Can't pickle <function <lambda> at 0x7f29affe49a0>: attribute
      lookup <lambda> on __main__ failed
    TypeError: cannot pickle 'generator' object
    AttributeError: Can't get attribute 'MyDataset' on <module '__main__' (built-in)>

Asked as:
    lambda in a transform fails with workers; collate_fn lambda on Windows; pickle error
    when the DataLoader starts; dataset defined in a function or in a notebook cell;
    open HDF5 file in a dataset with workers; works on Linux, pickle error on Windows or
    macOS
"""

import os
import pickle
from functools import partial

from torch.utils.data import DataLoader, Dataset, default_collate


def make_dataset():
    class Local(Dataset):  # no name that a worker could import
        def __getitem__(self, index):
            return index

    return Local()


try:
    pickle.dumps(make_dataset())  # what spawn does with the dataset
except AttributeError as error:
    print(error)
    #> Can't pickle local object 'make_dataset.<locals>.Local'


# A lambda with a value in it: a function at the top of the file, and partial.
def scale(samples, factor):
    return default_collate(samples) * factor


loader = DataLoader([1, 2], batch_size=2, collate_fn=partial(scale, factor=10))  # <-
restored = pickle.loads(pickle.dumps(loader.collate_fn))
print(next(iter(loader)), restored([3, 4]))
#> tensor([10, 20]) tensor([30, 40])


# An open file: keep its path, and open it where a sample is read.
class Lines(Dataset):
    def __init__(self, path):
        self.path = path

    def __getitem__(self, index):
        with open(self.path) as file:
            return file.readlines()[index]


print(len(pickle.dumps(Lines(os.devnull))) > 0)
#> True
