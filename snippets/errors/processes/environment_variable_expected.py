r"""environment variable RANK expected, but not set: the script needs torchrun.

Without other arguments `init_process_group` reads RANK, WORLD_SIZE, MASTER_ADDR and
MASTER_PORT from the environment, where torchrun puts them. Usual causes: a script
started by `python train.py`, by the button of an editor or in a notebook; SLURM's
`srun`, which sets SLURM_PROCID instead; `mp.spawn` without setting them. Start it by
`torchrun --nproc-per-node 2 train.py`, or pass rank, size and an address, such as
`init_method="tcp://localhost:29500"`. See [what torchrun
sets](../scale/index.md#torchrun_environment).

Raises:
    ValueError: `dist.init_process_group("gloo")` Error initializing torch.distributed
        using env:// rendezvous: environment variable RANK expected, but not set
    KeyError: `int(os.environ["LOCAL_RANK"])` 'LOCAL_RANK'

Also worded:
    ValueError: Error initializing torch.distributed using env:// rendezvous:
      environment variable WORLD_SIZE expected, but not set
    ValueError: Error initializing torch.distributed using env:// rendezvous:
      environment variable MASTER_ADDR expected, but not set
    ValueError: Error initializing torch.distributed using env:// rendezvous:
      environment variable MASTER_PORT expected, but not set
    KeyError: 'RANK'
    AssertionError: world_size must be positive if using store

Asked as:
    KeyError LOCAL_RANK; MASTER_ADDR and MASTER_PORT not set; init_process_group in a
    notebook; debug a DDP script in VS Code or PyCharm; env:// rendezvous; WORLD_SIZE
    missing
"""

import os

import torch.distributed as dist

for name in ("RANK", "WORLD_SIZE", "LOCAL_RANK"):
    os.environ.pop(name, None)
try:
    dist.init_process_group("gloo")
except ValueError as error:
    print(str(error).split(": ")[-1])
    #> environment variable RANK expected, but not set

# A script for both: what torchrun set, else a group of one.
if "RANK" in os.environ:  # <-
    dist.init_process_group("gloo")
else:
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
local_rank = int(os.environ.get("LOCAL_RANK", 0))
print(dist.get_rank(), dist.get_world_size(), local_rank)
#> 0 1 0
dist.destroy_process_group()
