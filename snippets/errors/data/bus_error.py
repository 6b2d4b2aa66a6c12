r"""DataLoader worker is killed by signal Bus error: shared memory is full.

Workers hand their batches over in shared memory, on Linux `/dev/shm`; look at it with
`df -h /dev/shm`. A Docker container has 64 MB by default. For good: start the container
with `docker run --shm-size=8g` or `--ipc=host` (`shm_size: 8gb` in a compose file).
Else keep less there: smaller batches, fewer workers, a smaller `prefetch_factor`,
images as uint8; with `num_workers=0` nothing is there.

Also worded:
    RuntimeError: DataLoader worker (pid 2050) is killed by signal: Bus error. It is
      possible that dataloader's workers are out of shared memory. Please try to raise
      your shared memory limit.
    RuntimeError: DataLoader worker (pid 13) is killed by signal: Bus error.
    ERROR: Unexpected bus error encountered in worker. This might be caused by
      insufficient shared memory (shm).
    RuntimeError: unable to write to file </torch_18692_1954506624>
    RuntimeError: unable to mmap 1024 bytes from file </torch_18692_1954506624>: Cannot
      allocate memory (12)
    OSError: [Errno 28] No space left on device

Asked as:
    Bus error (core dumped) in a docker container; --ipc=host or --shm-size for PyTorch;
    insufficient shared memory in Kubernetes; training in a container crashes with
    workers; docker-compose shm_size; No space left on device in a DataLoader
"""

import torch
from torch.utils.data import DataLoader, Dataset


class Photos(Dataset):
    def __init__(self, dtype):
        self.dtype = dtype

    def __len__(self):
        return 8

    def __getitem__(self, index):
        return torch.zeros(3, 224, 224, dtype=self.dtype)


def megabytes_in_advance(dataset, batch_size, workers, prefetch=2):
    return round(dataset[0].nbytes * batch_size * workers * prefetch / 1e6)


if __name__ == "__main__":
    # What waits in shared memory at a time, to compare with the 64 MB of Docker.
    print(megabytes_in_advance(Photos(torch.float32), batch_size=64, workers=8))
    #> 617
    photos = Photos(torch.uint8)
    print(megabytes_in_advance(photos, batch_size=64, workers=4, prefetch=1))
    #> 39

    # Bytes through the workers, floats on the device: a quarter of the memory.
    loader = DataLoader(photos, 4, num_workers=2, prefetch_factor=1)  # <-
    for batch in loader:
        x = batch.to(torch.float32) / 255  # (4, 3, 224, 224) float32
    print(x.is_shared(), batch.is_shared())
    #> False True
