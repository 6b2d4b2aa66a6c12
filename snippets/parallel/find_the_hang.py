"""monitored_barrier: which process does not come.

A collective that one process skips makes the others wait, up to `timeout`: 30 minutes
with gloo, 10 with nccl, unless `init_process_group` is told otherwise. Put
`monitored_barrier` where they part: when its own timeout is over, rank 0 raises with
the number of a rank that is missing, with `wait_all_ranks=True` the numbers of them. It
needs gloo; beside nccl make a second group of it. `TORCH_DISTRIBUTED_DEBUG=DETAIL`
compares the collectives of the processes, their shapes too, and raises where they
differ.

Asked as:
    which rank is stuck; find the process that hangs;
    torch.distributed.monitored_barrier; debug a deadlock between ranks;
    TORCH_DISTRIBUTED_DEBUG; timeout of init_process_group, timedelta; raise the 30
    minute timeout; NCCL timeout, one rank is slower than 10 minutes; training freezes
    with several GPUs, no error message; Detected mismatch between collectives on ranks;
    rank did not pass monitoredBarrier; TORCH_NCCL_BLOCKING_WAIT; py-spy dump of a
    hanging process; NCCL flight recorder, TORCH_NCCL_TRACE_BUFFER_SIZE; distributed job
    stuck at 100 % GPU; barrier with a timeout
"""

import os
from datetime import timedelta

import torch
import torch.distributed as dist

minutes = timedelta(minutes=5)
if "RANK" in os.environ:  # started by torchrun
    dist.init_process_group("gloo", timeout=minutes)
else:  # started by python: a group of one
    store = dist.HashStore()
    dist.init_process_group("gloo", timeout=minutes, store=store, rank=0, world_size=1)

watch = dist.new_group(backend="gloo")  # beside a group of nccl
dist.monitored_barrier(watch, timeout=timedelta(seconds=30), wait_all_ranks=True)  # <-
total = torch.ones(1)
dist.all_reduce(total)
if dist.get_rank() == 0:
    print(total.item() == dist.get_world_size())
    #> True
dist.destroy_process_group()
