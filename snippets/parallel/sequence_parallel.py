"""SequenceParallel: what stands between the parallel layers.

Norms and dropout between two pairs of [tensor parallel](#tensor_parallel) layers would
do the same work in each process. With `SequenceParallel` a process does it for its part
of the positions, dimension 1. The layers beside it say so: `input_layouts=Shard(1)` of
the column-wise one gathers, `output_layouts=Shard(1)` of the row-wise one adds up and
scatters. `PrepareModuleInput` cuts what comes into the block, `PrepareModuleOutput`
puts it together again.

Attributes: Shapes
    x: (2, 6, 4) float32
    y: (2, 6, 4) float32

Asked as:
    sequence parallelism, Megatron; torch.distributed.tensor.parallel.SequenceParallel;
    PrepareModuleInput; PrepareModuleOutput; PrepareModuleInputOutput; input_layouts,
    output_layouts, desired_input_layouts; use_local_output; LayerNorm in tensor
    parallel; RMSNorm with tensor parallelism; norm weights are not DTensor in tensor
    parallel; save activation memory with tensor parallel; reduce_scatter and all_gather
    instead of all_reduce; shard the sequence dimension; long sequences over several
    GPUs; context parallel
"""

# %% Group

import os
from copy import deepcopy

import torch
import torch.distributed as dist
from torch import nn
from torch.distributed.device_mesh import init_device_mesh
from torch.distributed.tensor import Replicate, Shard
from torch.distributed.tensor.parallel import (
    ColwiseParallel,
    PrepareModuleInput,
    PrepareModuleOutput,
    RowwiseParallel,
    SequenceParallel,
    parallelize_module,
)

if "RANK" in os.environ:  # started by torchrun
    dist.init_process_group("gloo")
else:  # started by python: a group of one
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
rank, world = dist.get_rank(), dist.get_world_size()
mesh = init_device_mesh("cpu", (world,))

# %% Plan

torch.manual_seed(0)
plain = nn.Sequential(nn.LayerNorm(4), nn.Linear(4, 12), nn.GELU(), nn.Linear(12, 4))
x = torch.randn(2, 6, 4)
model = deepcopy(plain)
plan = {
    "0": SequenceParallel(),  # <-
    "1": ColwiseParallel(input_layouts=Shard(1)),
    "3": RowwiseParallel(output_layouts=Shard(1)),
}
parallelize_module(model, mesh, plan)
cut = PrepareModuleInput(input_layouts=Replicate(), desired_input_layouts=Shard(1))
join = PrepareModuleOutput(output_layouts=Shard(1), desired_output_layouts=Replicate())
parallelize_module(model, mesh, cut)
parallelize_module(model, mesh, join)

# %% Compare

positions = []


def note(norm, args, y):
    positions.append(y.to_local().shape[1])


model[0].register_forward_hook(note)
y = model(x)
y.square().mean().backward()
plain(x).square().mean().backward()
gradient = model[0].weight.grad.full_tensor()
if rank == 0:
    print(positions == [6 // world], torch.allclose(y, plain(x), atol=1e-6))
    #> True True
    print(torch.allclose(gradient, plain[0].weight.grad, atol=1e-6))
    #> True
dist.destroy_process_group()
