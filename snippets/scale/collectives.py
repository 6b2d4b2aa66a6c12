"""collectives: broadcast, all_reduce, all_gather.

The processes call them in one order; a process that skips one leaves the others
waiting. `broadcast` and `all_reduce` write into the tensor that is passed. Objects that
can be pickled go through `all_gather_object` and `broadcast_object_list`.

Attributes: Shapes
    value: (2,) float32
    part: (1,) float32

Raises:
    ValueError: `dist.all_reduce(torch.ones(2))` Default process group has not been
        initialized

Asked as:
    sum a tensor over all GPUs; collect a list of the results of every worker process;
    same random number on all processes; send Python objects between ranks;
    MPI_Allreduce; hvd.allreduce; jax.lax.psum; dist.ReduceOp.SUM; concatenate outputs
    of several GPUs; training hangs, one process waits for the others; deadlock between
    ranks; Watchdog caught collective operation timeout; add up a tensor across
    processes; broadcast_object_list and all_gather_object; gather predictions from
    every GPU in a list; dist.broadcast a tensor from rank 0, tell all other ranks a
    value; communicate as with MPI, reduce and gather; exchange tensors between
    processes in torch.distributed; all-reduce; DDP is stuck or hangs
"""

import os

import torch
import torch.distributed as dist

if "RANK" in os.environ:  # started by torchrun
    dist.init_process_group("gloo")
else:  # started by python: a group of one
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
rank, world = dist.get_rank(), dist.get_world_size()

value = torch.tensor([7.0, 8.0]) if rank == 0 else torch.zeros(2)
dist.broadcast(value, src=0)  # everyone has what rank 0 had

total = torch.tensor([rank + 1.0])
dist.all_reduce(total)  # <- 1 + 2 + ... + world: everyone has the sum

part = torch.tensor([10.0 * rank])
parts = [torch.empty(1) for _ in range(world)]
dist.all_gather(parts, part)  # everyone has the list, in order of rank

if rank == world - 1:  # the last one, to show that it has them
    print(value)
    #> tensor([7., 8.])
    print(total.item() == world * (world + 1) / 2)
    #> True
    print([p.item() for p in parts] == [10.0 * r for r in range(world)])
    #> True
dist.destroy_process_group()
