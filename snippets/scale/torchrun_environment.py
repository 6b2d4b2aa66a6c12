"""torchrun: starts the processes and tells each who it is.

`torchrun --nproc-per-node 2 train.py` starts the script twice with these variables.

| Variable | Holds |
|---|---|
| `RANK` | the number of this process, 0 to `WORLD_SIZE` - 1 |
| `WORLD_SIZE` | how many processes there are, on all machines |
| `LOCAL_RANK` | the number on this machine: the index of its GPU |
| `MASTER_ADDR`, `MASTER_PORT` | where the processes meet |
| `TORCHELASTIC_RESTART_COUNT` | how often the group was started anew |
| `OMP_NUM_THREADS` | threads of an operation: 1, if unset and several start here |

Started by `python` it lacks them: the defaults here let it run alone.

Raises:
    ValueError: `dist.get_rank()` Default process group has not been initialized, please
        make sure to call init_process_group.

Asked as:
    launch a multi-GPU or DDP script; start distributed training from the command line;
    difference between rank and local rank; nproc_per_node; python -m
    torch.distributed.launch; --local_rank argument of old scripts; accelerate launch;
    every log line is printed several times, once for each GPU; which GPU belongs to
    this process; environment variable RANK expected, but not set; Error initializing
    torch.distributed using env:// rendezvous; get rank and world size; print from the
    main process only; how does a process know its number; run the script once for each
    GPU; os.environ["LOCAL_RANK"]; command for training with 4 GPUs on one machine;
    launch with torchrun instead of mp.spawn
"""

import os

import torch
import torch.distributed as dist

if "RANK" in os.environ:  # started by torchrun
    dist.init_process_group("gloo")  # <-
else:  # started by python: a group of one
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)

rank, world_size = dist.get_rank(), dist.get_world_size()
local_rank = int(os.environ.get("LOCAL_RANK", 0))
torch.manual_seed(100 + rank)  # another dropout and augmentation in each process
if rank == 0:  # one process prints, not all of them
    print(rank, local_rank, world_size == int(os.environ.get("WORLD_SIZE", 1)))
    #> 0 0 True
dist.destroy_process_group()
