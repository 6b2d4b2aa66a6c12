"""ReduceOp: sum, mean, smallest, largest over the processes.

The second argument of `all_reduce` and `reduce`; without it the sum. All processes pass
the same one. `AVG` divides the sum by their number; gloo refuses it for integers.
Maximum and minimum answer questions about them: did one see a NaN, are they done.

Attributes: Shapes
    mine: (2,) float32

Asked as:
    torch.distributed.ReduceOp.SUM; ReduceOp.AVG, mean instead of sum; ReduceOp.MAX and
    MIN; ReduceOp.PRODUCT; all_reduce with a maximum; slowest rank, largest step time
    over all GPUs; has any process found a nan; stop all ranks when one of them stops;
    logical or over processes, any and all; ReduceOp.BAND, BOR, BXOR; dist.reduce to
    rank 0 only; average a tensor over ranks; MPI.MAX, MPI.SUM
"""

import os

import torch
import torch.distributed as dist

if "RANK" in os.environ:  # started by torchrun
    dist.init_process_group("gloo")
else:  # started by python: a group of one
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
rank, world = dist.get_rank(), dist.get_world_size()

mine = torch.tensor([rank + 1.0, -rank])
found = {}
for op in (dist.ReduceOp.SUM, dist.ReduceOp.AVG, dist.ReduceOp.MAX, dist.ReduceOp.MIN):
    value = mine.clone()
    dist.all_reduce(value, op=op)  # <- in place
    found[op] = value[0].item()
if rank == 0:
    print(found[dist.ReduceOp.SUM] == world * (world + 1) / 2)
    #> True
    print(found[dist.ReduceOp.AVG] == (world + 1) / 2)
    #> True
    print(found[dist.ReduceOp.MAX] == world, found[dist.ReduceOp.MIN])
    #> True 1.0

bad = torch.tensor(int(rank == world - 1))  # the last process has seen a NaN
dist.all_reduce(bad, op=dist.ReduceOp.MAX)
if rank == 0:
    print(bool(bad))  # the others know it and can stop
    #> True
dist.destroy_process_group()
