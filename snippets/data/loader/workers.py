"""num_workers: load in other processes.

Unless workers are forked, as on Linux up to Python 3.13, the dataset is pickled: a
class at the top of the file, no lambda. The main guard keeps a worker that imports the
script from starting workers of its own. `persistent_workers=True` keeps them between
epochs. In a notebook on macOS or Windows put the class into a file.

Attributes: Shapes
    batch: (4, 2) float32

Asked as:
    data loading is slow, training set is loaded slowly; GPU waits for data, is idle
    while batches are loaded; GPU usage is low because reading images takes long; number
    of workers, what is a good value for num_workers; multiprocessing freeze_support
    error; parallel data loading; persistent_workers; if __name__ == "__main__" for
    DataLoader; An attempt has been made to start a new process before the current
    process; Can't pickle local object; BrokenPipeError: [Errno 32] Broken pipe;
    DataLoader hangs in Jupyter on Windows; fit(workers=4, use_multiprocessing=True);
    num_parallel_calls; workers start again at every epoch; speed up DataLoader; how
    many workers should I use, DataLoader worker exited unexpectedly; training is slow,
    GPU utilization is only 10 percent; worker processes of a loader; first batch of
    every epoch takes long; GPU is idle during training; training on the GPU is not
    faster; DataLoader is stuck, training hangs at the first batch; how much CPU and RAM
    do the workers need
"""

import torch
from torch.utils.data import DataLoader, Dataset


class Squares(Dataset):
    def __len__(self):
        return 8

    def __getitem__(self, index):
        return torch.tensor([index, index**2], dtype=torch.float32)


if __name__ == "__main__":
    loader = DataLoader(  # <-
        Squares(), batch_size=4, num_workers=2, persistent_workers=True
    )
    for epoch in range(2):
        for batch in loader:
            print(epoch, batch[:, 1])
            #> 0 tensor([0., 1., 4., 9.])
            #> 0 tensor([16., 25., 36., 49.])
            #> 1 tensor([0., 1., 4., 9.])
            #> 1 tensor([16., 25., 36., 49.])
