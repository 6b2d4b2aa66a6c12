"""Too many open files: each tensor from a worker holds one.

On Linux workers hand tensors over as open files, and a process may have as many as
`ulimit -n` says, often 1024. Whoever keeps what a loader gives, as in a list of all
predictions or targets, keeps the files. Clone what you keep, or raise the limit. With
the strategy `file_system` the files are not held open.

Attributes: Shapes
    batch: (2,) int64

Also worded:
    OSError: [Errno 24] Too many open files
    RuntimeError: received 0 items of ancdata
    RuntimeError: Too many open files. Communication with the workers is no longer
      possible. Please increase the limit using `ulimit -n` in the shell or change the
      sharing strategy by calling
      `torch.multiprocessing.set_sharing_strategy('file_system')` at the beginning of
      your code

Asked as:
    torch.multiprocessing.set_sharing_strategy("file_system"); ulimit -n for a
    DataLoader; file descriptors run out with workers; collecting targets in a list
    crashes after some batches; get_sharing_strategy; keep batches of a loader in a
    list; ulimit of open files in training; each batch holds a file descriptor;
    file_descriptor or file_system strategy; tensors of workers and file descriptors;
    keep predictions of a loader in a list
"""

import torch
import torch.multiprocessing
from torch.utils.data import DataLoader

if __name__ == "__main__":
    kept = []
    for batch in DataLoader(torch.arange(6), batch_size=2, num_workers=1):
        print(batch.is_shared(), batch.clone().is_shared())
        #> True False
        #> True False
        #> True False
        kept.append(batch.clone())  # <-
    print(torch.cat(kept))
    #> tensor([0, 1, 2, 3, 4, 5])

    strategy = torch.multiprocessing.get_sharing_strategy()
    torch.multiprocessing.set_sharing_strategy("file_system")  # at the top of a script
    print(torch.multiprocessing.get_sharing_strategy())
    #> file_system
    torch.multiprocessing.set_sharing_strategy(strategy)
