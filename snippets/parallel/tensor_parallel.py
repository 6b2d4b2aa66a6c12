"""parallelize_module: one layer on several GPUs (tensor parallel).

`ColwiseParallel` keeps some of a layer's outputs in each process, `RowwiseParallel`
some of the inputs of the next, and adds the results up. In this order, column then row,
a pair of linear layers communicates once, and once more backward where its input needs
a gradient; what stands between works on its piece. A process gets the whole batch, not
a part of it. For attention shard query, key and value
by columns, the output by rows: the heads are divided.

Attributes: Shapes
    x: (5, 4) float32
    y: (5, 4) float32

Asked as:
    tensor parallel; tensor parallelism in PyTorch; torch.distributed.tensor.parallel;
    ColwiseParallel; RowwiseParallel; Megatron-LM column and row parallel linear; split
    a linear layer over two GPUs; one layer does not fit on a GPU; parallelize_plan;
    tp_plan; intra-layer model parallelism; run an MLP on several devices; difference
    between tensor parallel and FSDP; loss parallel; vLLM tensor_parallel_size;
    attention heads on different GPUs
"""

import os
from copy import deepcopy

import torch
import torch.distributed as dist
from torch import nn
from torch.distributed.device_mesh import init_device_mesh
from torch.distributed.tensor.parallel import (
    ColwiseParallel,
    RowwiseParallel,
    parallelize_module,
)

if "RANK" in os.environ:  # started by torchrun
    dist.init_process_group("gloo")
else:  # started by python: a group of one
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
rank, world = dist.get_rank(), dist.get_world_size()
mesh = init_device_mesh("cpu", (world,))

torch.manual_seed(0)  # the same weights and the same batch in each process
plain = nn.Sequential(nn.Linear(4, 12), nn.GELU(), nn.Linear(12, 4))
x = torch.randn(5, 4)
plan = {"0": ColwiseParallel(), "2": RowwiseParallel()}
model = parallelize_module(deepcopy(plain), mesh, plan)  # <-

y = model(x)
y.square().mean().backward()
plain(x).square().mean().backward()
pieces = [tuple(model[i].weight.to_local().shape) for i in (0, 2)]
gradient = model[2].weight.grad.full_tensor()
if rank == 0:
    print(pieces == [(12 // world, 4), (4, 12 // world)])
    #> True
    print(torch.allclose(y, plain(x), atol=1e-6))
    #> True
    print(torch.allclose(gradient, plain[2].weight.grad, atol=1e-6))
    #> True
dist.destroy_process_group()
