"""distribute_tensor: one tensor, a piece of it in each process.

A `DTensor` has the shape of the whole, and a placement per dimension of the mesh:
`Shard(0)` cuts along dimension 0, `Replicate()` copies, `Partial()` means that the
pieces have yet to be added up. Operations take DTensors and communicate when they must:
the sum of a sharded tensor is partial, nothing is sent until `full_tensor()` or
`redistribute`. `to_local()` is the piece of this process. A DTensor and a plain tensor
do not mix, unless that is one number.

Attributes: Shapes
    whole: (7, 2) float32

Raises:
    RuntimeError: `x + whole` mixed torch.Tensor and DTensor

Asked as:
    DTensor; torch.distributed.tensor; Shard and Replicate placements; Partial
    placement; DTensor.from_local; to_local and full_tensor; redistribute;
    aten.add.Tensor got mixed torch.Tensor and DTensor, need to convert all torch.Tensor
    to DTensor; parameters of fully_shard are DTensor; GSPMD, jax.device_put with a
    sharding; shard a tensor by rows over GPUs; gather a sharded tensor; local shape of
    a DTensor; sharded tensor whose rows are no multiple of the processes
"""

import os

import torch
import torch.distributed as dist
from torch.distributed.device_mesh import init_device_mesh
from torch.distributed.tensor import Replicate, Shard, distribute_tensor

if "RANK" in os.environ:  # started by torchrun
    dist.init_process_group("gloo")
else:  # started by python: a group of one
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
rank, world = dist.get_rank(), dist.get_world_size()
mesh = init_device_mesh("cpu", (world,))

whole = torch.arange(14.0).reshape(7, 2)
x = distribute_tensor(whole, mesh, [Shard(0)])  # <- 7 rows: 4 and 3 with two processes
total = (x * 2).sum()
copy = x.redistribute(placements=[Replicate()])
gathered = x.full_tensor()  # the processes call it together
answer = total.full_tensor()
if rank == 0:
    print(x.shape, len(x.to_local()) == -(-7 // world))
    #> torch.Size([7, 2]) True
    print(x.placements, total.placements)
    #> (Shard(dim=0),) (Partial(sum),)
    print(answer, torch.equal(gathered, whole), torch.equal(copy.to_local(), whole))
    #> tensor(182.) True True
dist.destroy_process_group()
