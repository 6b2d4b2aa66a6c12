r"""Cannot re-initialize CUDA in forked subprocess: a worker uses the GPU.

CUDA does not survive a fork, the way in which Linux starts worker processes by default
before Python 3.14. Usual causes: `Dataset.__getitem__` or `collate_fn` that moves to
the GPU with `num_workers` above 0; `multiprocessing.Process` after the parent has used
the GPU. Let the workers work on the CPU and move the batch in the loop; where a process
needs the GPU itself, start it with "spawn", under `if __name__ == "__main__":`.

Also worded:
    RuntimeError: Cannot re-initialize CUDA in forked subprocess. To use CUDA with
      multiprocessing, you must use the 'spawn' start method
    RuntimeError: CUDA error: initialization error
    RuntimeError: cuda runtime error (3) : initialization error at
      /pytorch/aten/src/THC/THCGeneral.cpp:50

Asked as:
    collate_fn moves to the GPU in a worker; num_workers=0 works, 2 fails with CUDA;
    mp.set_start_method("spawn") for CUDA; encode pictures on the GPU inside the
    dataset; gunicorn or celery worker with a GPU model; set_default_device cuda with
    DataLoader workers
"""

import torch
from torch import multiprocessing
from torch.utils.data import DataLoader, Dataset

device = torch.accelerator.current_accelerator(check_available=True) or "cpu"


class Squares(Dataset):
    def __len__(self):
        return 4

    def __getitem__(self, i):
        return torch.tensor(float(i**2))  # on the CPU: it runs in a worker


if __name__ == "__main__":
    # Workers on the CPU, the batch moves in the loop.
    for x in DataLoader(Squares(), batch_size=4, num_workers=1):
        print(x.to(device).tolist())
        #> [0.0, 1.0, 4.0, 9.0]

    # Processes that need the GPU themselves: start them anew.
    context = multiprocessing.get_context("spawn")  # <- context.Process, context.Pool
    print(context.get_start_method())
    #> spawn

    # DataLoader takes a start method too.
    loader = DataLoader(Squares(), num_workers=1, multiprocessing_context="spawn")
