"""Resume in the middle of an epoch: the order from a seed, and a count.

The order of an epoch is made from its number, so a new process makes the same; the
sampler then leaves out what was seen. Count samples that were trained on, not those
that workers have read ahead. `StatefulDataLoader` of the package torchdata does the
same, for streams, too; version 0.11 ran on torch 2.15 with a warning.

Attributes: Shapes
    x: (8,) int64

Asked as:
    StatefulDataLoader; continue training from the same batch; skip batches that were
    already seen; skip_first_batches; state_dict of a DataLoader; resume a long epoch
    after preemption; restart in the middle of an epoch without repeating data;
    resumable sampler; mid-epoch checkpoint; torchdata stateful_dataloader; which
    samples were already used before the crash
"""

import torch
from torch.utils.data import DataLoader, Sampler


class Resumable(Sampler):
    def __init__(self, length, epoch=0, seen=0):
        self.length, self.epoch, self.seen = length, epoch, seen

    def __len__(self):
        return self.length - self.seen

    def __iter__(self):
        generator = torch.Generator().manual_seed(self.epoch)
        order = torch.randperm(self.length, generator=generator).tolist()
        return iter(order[self.seen :])  # <-


x = torch.arange(8)
state = {"epoch": 3, "seen": 0}
whole = []
for batch in DataLoader(x, batch_size=2, sampler=Resumable(len(x), **state)):
    whole += batch.tolist()
    if len(whole) <= 4:  # then the process is killed
        state["seen"] += len(batch)

rest = DataLoader(x, batch_size=2, sampler=Resumable(len(x), **state))
print(state, len(rest))
#> {'epoch': 3, 'seen': 4} 2
print([n for batch in rest for n in batch.tolist()] == whole[4:])
#> True
