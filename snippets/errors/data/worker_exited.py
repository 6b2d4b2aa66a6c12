r"""DataLoader worker exited unexpectedly: its process ended without an error.

The worker could not say why. The number in the message is its process; on Linux and
macOS the first of the two tracebacks tells a signal or an exit code. `Killed` is most
often the system out of memory: fewer workers, or less in each. On Windows and macOS the
main guard may be missing: [`bootstrapping_phase`](#bootstrapping_phase). `Segmentation
fault` or `Aborted` is a library that fails in C: run the same with `num_workers=0`.

Raises:
    RuntimeError: `next(iter(DataLoader(Hungry(), num_workers=1)))`
        exited unexpectedly

Also worded:
    RuntimeError: DataLoader worker (pid(s) 13456, 2760) exited unexpectedly
    RuntimeError: DataLoader worker (pid 2007) exited unexpectedly with exit code 1.
      Details are lost due to multiprocessing. Rerunning with num_workers=0 may give
      better error trace.
    RuntimeError: DataLoader worker (pid 2054) is killed by signal: Killed.
    RuntimeError: DataLoader worker (pid 2052) is killed by signal: Segmentation fault.
    RuntimeError: DataLoader worker (pid 2056) is killed by signal: Aborted.
    RuntimeError: DataLoader worker (pid 27351) is killed by signal: Terminated.

Asked as:
    worker died without a traceback; details are lost due to multiprocessing; RAM fills
    up with num_workers; segmentation fault in a worker process; sys.exit in a dataset;
    HDF5 or OpenCV crashes in workers
"""

import os
import re
import signal
import time

import torch
from torch.utils.data import DataLoader, Dataset


class Hungry(Dataset):
    def __len__(self):
        return 4

    def __getitem__(self, index):
        time.sleep(0.5)
        os.kill(os.getpid(), signal.SIGKILL)  # as the system does when memory is short


class Lean(Dataset):
    numbers = torch.arange(4.0)  # one tensor in place of a list of a million objects

    def __len__(self):
        return len(self.numbers)

    def __getitem__(self, index):
        return self.numbers[index]


if __name__ == "__main__":
    try:
        next(iter(DataLoader(Hungry(), num_workers=1)))
    except RuntimeError as error:
        print(re.sub(r"\d+", "…", str(error.__cause__ or error)))
        #> DataLoader worker (pid …) is killed by signal: Killed.

    # Out of memory: fewer workers, fewer batches in advance.
    loader = DataLoader(Lean(), batch_size=2, num_workers=1, prefetch_factor=1)  # <-
    print([batch.tolist() for batch in loader])
    #> [[0.0, 1.0], [2.0, 3.0]]
    # No workers: an error has its traceback, a crash with `python -X faulthandler`.
    print(len(list(DataLoader(Lean(), num_workers=0))))
    #> 4
