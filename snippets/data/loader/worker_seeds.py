"""Seeds in workers: random numbers that differ, and repeat.

PyTorch seeds torch, `random` and NumPy in each worker, differently each epoch. A
generator made in `__init__`, NumPy's or a `random.Random`, is copied as it is: the
workers draw the same. Make it in `worker_init_fn`. Behind a `Subset` it is in
`info.dataset.dataset`.

Attributes: Shapes
    same: (4,) int64

Asked as:
    worker_init_fn; same augmentation in every worker; numpy random in DataLoader gives
    duplicates; np.random bug with DataLoader; def seed_worker(worker_id); worker_seed =
    torch.initial_seed() % 2**32; identical noise from different processes; reproducible
    augmentation with num_workers; default_rng in a Dataset; why are my random crops
    repeated; different random augmentation in each worker; same random numbers in all
    workers; random seed in each DataLoader worker process; every epoch repeats the same
    random augmentation; reproducible results with several workers
"""

import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset, get_worker_info


class Noise(Dataset):
    def __init__(self):
        self.rng = np.random.default_rng(0)

    def __len__(self):
        return 4

    def __getitem__(self, index):
        return int(self.rng.integers(1000))


def seed_worker(worker_id):
    info = get_worker_info()
    info.dataset.rng = np.random.default_rng(info.seed)  # <-


if __name__ == "__main__":
    generator = torch.Generator().manual_seed(0)
    loader = DataLoader(Noise(), num_workers=2, batch_size=1)
    same = torch.cat(list(loader))
    print(same)  # both workers draw the same
    #> tensor([850, 850, 636, 636])

    loader = DataLoader(
        Noise(), 1, num_workers=2, worker_init_fn=seed_worker, generator=generator
    )
    print(len(torch.cat(list(loader)).unique()))
    #> 4
