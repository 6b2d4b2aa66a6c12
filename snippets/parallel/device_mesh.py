"""init_device_mesh: a grid of processes, its sides named.

Ranks fill the grid row by row: those of the last dimension are neighbours, so that is
the place for what talks most, inside one machine. `mesh["tensor"]` is the line of the
grid that this process stands on, a group of its own for collectives, `fully_shard` and
`parallelize_module`. Made without a process group it starts one from torchrun's
variables.

Asked as:
    torch.distributed.device_mesh; DeviceMesh; 2D parallelism, FSDP with tensor
    parallel; mesh_dim_names; mesh["dp"], mesh["tp"]; HSDP, hybrid sharding;
    data-parallel and tensor-parallel groups; jax.sharding.Mesh; process group of a mesh
    dimension, get_group; new_group for rows and columns; get_local_rank of a mesh;
    which ranks belong together; device mesh with 8 GPUs as 4 by 2; split ranks into
    subgroups; Megatron process groups
"""

import os

import torch
import torch.distributed as dist
from torch.distributed.device_mesh import init_device_mesh

if "RANK" in os.environ:  # started by torchrun
    dist.init_process_group("gloo")
else:  # started by python: a group of one
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
rank, world = dist.get_rank(), dist.get_world_size()

columns = 2 if world % 2 == 0 else 1
shape = (world // columns, columns)
mesh = init_device_mesh("cpu", shape, mesh_dim_names=("data", "tensor"))  # <-
if rank == 0:
    print(torch.equal(mesh.mesh, torch.arange(world).reshape(shape)))
    #> True

row = mesh["tensor"]
seen = torch.tensor([rank])
dist.all_reduce(seen, group=row.get_group())  # the ranks of this row
first = rank - rank % columns
same = row.get_local_rank() == rank % columns
if rank == world - 1:
    expected = sum(range(first, first + columns))
    print(row.size() == columns, same, seen.item() == expected)
    #> True True True
dist.destroy_process_group()
