"""HDF5: each worker opens the file itself.

An open file cannot be pickled for spawn, and a forked copy of one is not safe to read.
Keep the path, look into it once for the length, and open it at the first sample. Do not
ask for a sample before the loader starts its workers. Chunks of one sample suit a
shuffled loader: HDF5 reads and unpacks whole chunks.

Attributes: Shapes
    batch: (4, 8, 8) uint8

Raises:
    TypeError: `pickle.dumps(h5py.File(tempfile.TemporaryFile(), "w"))` h5py
        objects cannot be pickled

Asked as:
    h5py with DataLoader workers; TypeError: h5py objects cannot be pickled; HDF5
    dataset returns garbage with num_workers; read .h5 file in a Dataset; OSError Can't
    read data, inflate() failed; open the h5 file in __getitem__; hdf5 multiprocessing;
    chunks of an HDF5 file; lmdb per worker; zarr or h5 for training; unable to open
    object h5 in workers; HDF5 is slow with shuffle; .mat file v7.3
"""
# needs: h5py

import pickle
import tempfile

import h5py
import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset


class Photos(Dataset):
    def __init__(self, path):
        self.path, self.file = path, None
        with h5py.File(path) as file:
            self.length = len(file["images"])

    def __len__(self):
        return self.length

    def __getitem__(self, index):
        if self.file is None:  # the first sample in this process
            self.file = h5py.File(self.path)  # <-
        return torch.from_numpy(self.file["images"][index])


if __name__ == "__main__":
    images = np.arange(8, dtype=np.uint8).repeat(64).reshape(8, 8, 8)
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/photos.h5"
        with h5py.File(path, "w") as file:
            file.create_dataset("images", data=images, chunks=(1, 8, 8))

        photos = Photos(path)
        print(len(pickle.dumps(photos)) < 1000)
        #> True
        for batch in DataLoader(photos, batch_size=4, num_workers=2):
            print(batch[:, 0, 0])
            #> tensor([0, 1, 2, 3], dtype=torch.uint8)
            #> tensor([4, 5, 6, 7], dtype=torch.uint8)
