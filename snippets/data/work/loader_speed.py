"""Speed of a loader: samples a second, without a model.

Time the loop with nothing in it. If a step of training takes longer than a batch from
here, the loader is not what you wait for. Leave out the first batches, which pay for
the start of the workers, and time many more than lie ready: `prefetch_factor` a worker.
Try 0, 2, 4 workers; the first epoch also reads a cold disk.

Asked as:
    measure data loading time; benchmark a DataLoader; is my input pipeline the
    bottleneck; samples per second of the loader; best num_workers by measurement; how
    fast is my dataset; time of one epoch without training; profile the data loading;
    find the optimal number of workers; throughput of a DataLoader; tfds.benchmark; find
    out if loading the data is the bottleneck
"""

import time
from itertools import islice

import torch
from torch.utils.data import DataLoader, Dataset


class Slow(Dataset):
    def __len__(self):
        return 400

    def __getitem__(self, index):
        time.sleep(0.002)  # a file and its decoding
        return torch.ones(3, 8, 8)


def samples_per_second(loader, batches=20, skip=4):
    iterator = iter(loader)
    list(islice(iterator, skip))  # workers start, and read ahead
    start = time.perf_counter()
    count = sum(len(batch) for batch in islice(iterator, batches))  # <-
    return count / (time.perf_counter() - start)


if __name__ == "__main__":
    speed = {
        workers: samples_per_second(DataLoader(Slow(), 4, num_workers=workers))
        for workers in (0, 2)
    }
    print(speed[0] < 500)  # 2 ms a sample
    #> True
    print("faster with two workers:", speed[2] > speed[0])
    #> faster with two workers: True
