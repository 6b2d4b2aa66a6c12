"""Memory that grows with workers: many small objects in a dataset.

A forked worker shares the parent's memory until one of both writes to it. Looking at a
Python object writes its reference count, so a long list of paths or dictionaries is
copied page by page, once a worker. Few large objects are not copied: one tensor, one
NumPy array, or the text packed as here.

Attributes: Shapes
    numbers: (100000,) int64

Asked as:
    DataLoader memory leak; RAM grows over the epoch with num_workers; host memory keeps
    increasing until the worker is killed; copy-on-write and reference counts;
    annotations as a list of dicts eat all RAM; pytorch issue 13246; out of memory on
    the host after some hours; memory multiplied by the number of workers; millions of
    file names in a dataset; RAM fills up slowly with several workers; file names of a
    dataset in a numpy array; many annotations in a dataset and workers; store many file
    names without a list of strings
"""

import pickle
import sys

import numpy as np
import torch


class Strings:
    def __init__(self, strings):
        encoded = [text.encode() for text in strings]
        self.data = np.frombuffer(b"".join(encoded), dtype=np.uint8)
        self.ends = np.cumsum([len(text) for text in encoded])

    def __len__(self):
        return len(self.ends)

    def __getitem__(self, index):
        start = self.ends[index - 1] if index else 0
        return self.data[start : self.ends[index]].tobytes().decode()


paths = [f"train/{number:06}.jpg" for number in range(100_000)]
packed = Strings(paths)  # <-
print(packed[0], packed[99_999], len(packed))
#> train/000000.jpg train/099999.jpg 100000

as_list = sys.getsizeof(paths) + sum(map(sys.getsizeof, paths))
print(as_list > 2.5 * (packed.data.nbytes + packed.ends.nbytes))
#> True

numbers = torch.arange(100_000)  # labels: one object, not 100,000
print(len(pickle.dumps(numbers)) < 1.1 * numbers.nbytes)
#> True
