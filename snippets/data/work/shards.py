"""Shards: a stream from many files, shared by ranks and workers.

Each process takes its part of the files, and each worker a part of these. Have at least
as many shards as workers in all, or some have nothing to do. Shuffle the list of files
with the seed of the epoch, the same in all processes, then the samples in a
[buffer](#shuffle_buffer). Persistent workers do not see a new `epoch`. Shards differ in
length: with DDP stop all ranks after the same number of steps. In a process of a
distributed run, `rank` and `world` come from `torch.distributed`.

Asked as:
    webdataset shards; IterableDataset with several workers and DDP; split files by rank
    and worker; get_worker_info with distributed training; sharded dataset; streaming
    dataset from tar or parquet files; duplicated samples with IterableDataset and
    several GPUs; split_by_node, split_by_worker; training data in thousands of tar
    files; shard by worker id; parquet streaming in PyTorch; millions of small files
"""

import tempfile
from pathlib import Path

import numpy as np
import torch
from torch.utils.data import DataLoader, IterableDataset, get_worker_info


class Shards(IterableDataset):
    def __init__(self, folder, rank=0, world=1):
        self.files = sorted(Path(folder).glob("*.npy"))
        self.rank, self.world, self.epoch = rank, world, 0

    def __iter__(self):
        worker = get_worker_info()
        workers, number = (worker.num_workers, worker.id) if worker else (1, 0)
        generator = torch.Generator().manual_seed(self.epoch)
        order = torch.randperm(len(self.files), generator=generator).tolist()
        mine = order[self.rank :: self.world]  # the same for any number of workers
        for index in mine[number::workers]:  # <-
            yield from torch.from_numpy(np.load(self.files[index]))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for number in range(4):
            np.save(f"{folder}/{number}.npy", np.arange(3) + 10 * number)
        parts = [Shards(folder, rank, world=2) for rank in range(2)]
        seen = [sorted(map(int, DataLoader(part, None))) for part in parts]
        print(seen)
        #> [[0, 1, 2, 30, 31, 32], [10, 11, 12, 20, 21, 22]]
        loader = DataLoader(parts[0], batch_size=None, num_workers=2)
        print(sorted(map(int, loader)) == seen[0])
        #> True
