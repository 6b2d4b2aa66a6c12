"""np.load with mmap_mode: a file larger than memory.

The file is read where rows are asked for, not as a whole. Keep the path, and open it at
the first sample: pickled, an open map is sent with all its numbers. `torch.tensor`
copies the row; `from_numpy` would share it, and warns that it cannot be written. A
plain array without a header is opened by `np.memmap(path, dtype, shape=shape,
mode="r")`.

Attributes: Shapes
    row: (4,) float32

Warns:
    UserWarning: `torch.from_numpy(np.frombuffer(bytes(8)))` not writable

Asked as:
    np.memmap as a Dataset; memory-mapped numpy file in a DataLoader; dataset does not
    fit in RAM; mmap_mode="r"; load a huge npy file lazily; train.bin of nanoGPT; token
    file of many gigabytes; torch.from_file; read single rows of a big array from disk;
    memmap with num_workers; out-of-core training; array bigger than memory
"""

import pickle
import tempfile

import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset


class Rows(Dataset):
    def __init__(self, path):
        self.path, self.rows = path, None
        self.length = len(np.load(path, mmap_mode="r"))  # reads the header

    def __len__(self):
        return self.length

    def __getitem__(self, index):
        if self.rows is None:
            self.rows = np.load(self.path, mmap_mode="r")  # <-
        return torch.tensor(self.rows[index])


with tempfile.TemporaryDirectory() as folder:
    path = f"{folder}/rows.npy"
    np.save(path, np.arange(4000, dtype=np.float32).reshape(1000, 4))

    dataset = Rows(path)
    print(dataset.rows, len(DataLoader(dataset, batch_size=100)))  # not open yet
    #> None 10
    print(len(pickle.dumps(np.load(path, mmap_mode="r"))) > 16_000)
    #> True
    row = dataset[999]
    print(row)
    #> tensor([3996., 3997., 3998., 3999.])
