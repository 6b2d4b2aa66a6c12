r"""Default process group has not been initialized: init_process_group comes first.

`DistributedSampler(data)`, `DistributedDataParallel` and collectives ask for the group
of processes, which `dist.init_process_group` makes, once in each process, before
them. Usual causes: a script for torchrun that is run by plain `python`; the sampler or
a `get_rank()` for logging above that call; `init_process_group` only in `main`, and the
use in a spawned worker or after `destroy_process_group`. See
[DDP](../scale/index.md#ddp).

Raises:
    ValueError: `DistributedSampler(range(4))` Default process group has not been
        initialized, please make sure to call init_process_group.
    ValueError: `dist.get_rank()` Default process group has not been initialized

Also worded:
    RuntimeError: Default process group has not been initialized, please make sure to
      call init_process_group.
    AssertionError: Default process group is not initialized
    AssertionError: Process group cannot be None

Asked as:
    dist.get_rank() before the group exists; run a DDP script with one process for
    debugging; barrier in a script for one GPU; get_world_size fails on my laptop;
    DistributedSampler outside of DDP; all_reduce called in a single process
"""

import torch
import torch.distributed as dist
from torch.utils.data import DistributedSampler

try:
    dist.all_reduce(torch.ones(2))
except ValueError as error:
    print(str(error).split(",")[0])
    #> Default process group has not been initialized

# Code for one process and for several: ask first.
ready = dist.is_available() and dist.is_initialized()
rank = dist.get_rank() if ready else 0
print(rank)
#> 0

# A sampler without a group: pass both numbers.
print(list(DistributedSampler(range(4), num_replicas=2, rank=rank, shuffle=False)))
#> [0, 2]

# A group of one, for a run without torchrun.
dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)  # <-
print(len(DistributedSampler(range(4))), dist.get_world_size())
#> 4 1
dist.destroy_process_group()
