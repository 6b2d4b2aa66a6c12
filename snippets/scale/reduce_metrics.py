"""metrics over processes: sum the counts, then divide.

Each process counts on its part; `all_reduce` adds the counts. Averaging the processes'
accuracies would be wrong where their parts differ in size. Here the parts are dealt out
by hand, without the repeated samples of `DistributedSampler`, so each counts once.

Attributes: Shapes
    logits: (7, 2) float32
    counts: (2,) float64
"""

import os

import torch
import torch.distributed as dist

if "RANK" in os.environ:  # started by torchrun
    dist.init_process_group("gloo")
else:  # started by python: a group of one
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
rank, world = dist.get_rank(), dist.get_world_size()

score = torch.tensor([2.0, -1.0, 3.0, 1.0, -2.0, 4.0, -3.0])
logits = torch.stack([-score, score], dim=1)
labels = torch.tensor([1, 0, 1, 0, 0, 1, 1])

counts = torch.zeros(2, dtype=torch.float64)  # right, all
for i in range(rank, len(labels), world):  # 4 and 3 samples with two processes
    counts[0] += (logits[i].argmax() == labels[i]).double()
    counts[1] += 1
dist.all_reduce(counts)
right, seen = counts.tolist()
if rank == 0:
    print(int(right), int(seen), f"{right / seen:.4f}")
    #> 5 7 0.7143
dist.destroy_process_group()
