"""Loading in the training process: the GPU waits.

With `num_workers=0`, the default, the loop reads and transforms the next batch only
after the step: a GPU that is through with it waits. Measure the time between the
end of a step and the next batch, and wait for a GPU
[before reading the clock](../timing/index.md#wait_for_the_gpu). If it is a large part,
let [workers](../data/loader.md#workers) load ahead, make the transforms cheaper, or
keep small data in memory.

Asked as:
    GPU utilization is low; the GPU waits for the data loader; training is slow although
    the model is small; nvidia-smi shows 0 % most of the time; is my data loading the
    bottleneck; time spent waiting for batches; epoch takes as long on the GPU as on the
    CPU; measure the loading time of a loop
"""

import time

import torch
from torch.multiprocessing import Value
from torch.utils.data import DataLoader, Dataset

loaded = Value("i", 0)  # samples, counted in all processes


class Pictures(Dataset):
    def __len__(self):
        return 100

    def __getitem__(self, index):
        with loaded.get_lock():
            loaded.value += 1
        return torch.ones(3, 8, 8)


def samples_ahead(num_workers):
    loaded.value = 0
    loader = iter(DataLoader(Pictures(), batch_size=5, num_workers=num_workers))  # <-
    images = next(loader)
    time.sleep(0.3)  # the step
    return loaded.value - len(images)


# Wrong: when the first step ends, no sample of the next batch is loaded.
print("more is loaded:", samples_ahead(0) > 0)
#> more is loaded: False

# Right: two workers have loaded while the step ran.
print("more is loaded:", samples_ahead(2) > 0)
#> more is loaded: True
