"""Dataset: two methods, __getitem__ and __len__.

`__getitem__` returns one sample, usually (input, target), for a number below
`len(dataset)`, and IndexError beyond. Read files here and not in `__init__`:
memory stays small, and workers share the work.

Attributes: Shapes
    x: (2,) float32
    y: () int64

Asked as:
    custom dataset class; write my own dataset; subclass torch.utils.data.Dataset;
    map-style dataset; load images lazily from disk; data set does not fit in RAM;
    return image and label by index; read files in __init__ or in __getitem__; feed my
    own data in files to a loader; Subclasses of Dataset should implement __getitem__;
    how to write __getitem__ and __len__; custom Dataset example; make my own dataset
    class for images and labels; what does a Dataset need so that a DataLoader accepts
    it; Dataset or DataLoader, what is the difference; load large data bit by bit, only
    the files that are needed; dataset of texts; dataset of images; get a single sample
    with its label; length of a dataset; give my own data to a network, what format it
    needs; PyDataset, keras.utils.Sequence; load images without a folder for each class
"""

import torch
from torch.utils.data import Dataset


class Points(Dataset):  # <-
    def __init__(self, count):
        self.numbers = range(count)

    def __len__(self):
        return len(self.numbers)

    def __getitem__(self, index):
        number = self.numbers[index]  # its IndexError ends a `for` loop
        x = torch.tensor([number, number**2], dtype=torch.float32)
        return x, torch.tensor(number % 2)


dataset = Points(5)
x, y = dataset[3]
print(len(dataset), x, y)
#> 5 tensor([3., 9.]) tensor(1)
print([int(y) for _, y in dataset])
#> [0, 1, 0, 1, 0]
