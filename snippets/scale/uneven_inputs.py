"""join: processes with unequal numbers of batches.

`backward` waits for that of the other processes. A process that runs out of batches
leaves the rest waiting until they fail; or its next collective is taken for their
gradients, and its sums are wrong in silence. Inside `model.join()` it answers
with zeros instead, and at the end all have the same weights. The gradient is divided by
the number of processes, with `divide_by_initial_world_size=False` by those that still
have batches. Collectives of your own, as in metrics, go behind the block. Parts of
[`DistributedSampler`](#distributed_sampler) have one length and need no `join`.

Attributes: Shapes
    x: (7, 4) float32, all samples

Asked as:
    uneven inputs in DDP; ranks have different numbers of batches; one GPU has fewer
    samples than the others; DDP hangs at the end of the epoch; training stops at the
    last batch with several GPUs; IterableDataset with DDP, shards of unequal length;
    model.join(); torch.distributed.algorithms.join; Join context manager; one worker
    finishes its data early; hvd.join; dataset not divisible by the number of processes,
    without repeating samples; even_batches; join_uneven_inputs; GPUs run out of data at
    different times; process with less data than the others
"""

import os

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel

if "RANK" in os.environ:  # started by torchrun
    dist.init_process_group("gloo")
else:  # started by python: a group of one
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
rank, world = dist.get_rank(), dist.get_world_size()

torch.manual_seed(0)
x = torch.randn(7, 4)
model = DistributedDataParallel(nn.Linear(4, 1))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

steps = 0
with model.join():  # <-
    for batch in x[rank::world].split(1):  # 4 and 3 with two processes
        optimizer.zero_grad()
        model(batch).square().mean().backward()
        optimizer.step()
        steps += 1

seen = [None] * world
dist.all_gather_object(seen, (steps, model.module.weight.tolist()))
if rank == 0:
    print(sum(n for n, _ in seen), all(weight == seen[0][1] for _, weight in seen))
    #> 7 True
dist.destroy_process_group()
