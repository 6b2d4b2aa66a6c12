"""clip_grad_norm_ with fully_shard: the norm of the whole model.

With `fully_shard` the gradients are `DTensor`: `nn.utils.clip_grad_norm_` takes the
norm over all processes and scales each slice. It returns a DTensor: `full_tensor()`,
which the processes call together, is the number. The norm of the local slices alone
differs from process to process.

Attributes: Shapes
    x: (6, 4) float32
    found: () float32

Asked as:
    gradient clipping with FSDP2; clip_grad_norm_ of a sharded model; FSDP
    model.clip_grad_norm_; total norm is a DTensor; norm of sharded gradients;
    AttributeError: clip_grad_norm_ of FSDPModule; get_total_norm of sharded gradients;
    clip_grads_with_norm_; clip gradients with tensor parallel; grad norm differs
    between ranks; max_grad_norm on several GPUs; print the total norm with fully_shard
"""

import os
from copy import deepcopy

import torch
import torch.distributed as dist
from torch import nn
from torch.distributed.device_mesh import init_device_mesh
from torch.distributed.fsdp import fully_shard

if "RANK" in os.environ:  # started by torchrun
    dist.init_process_group("gloo")
else:  # started by python: a group of one
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
rank, world = dist.get_rank(), dist.get_world_size()
mesh = init_device_mesh("cpu", (world,))

torch.manual_seed(0)
plain = nn.Sequential(nn.Linear(4, 6), nn.Linear(6, 1))
x = torch.randn(6, 4)
model = fully_shard(deepcopy(plain), mesh=mesh)
model(x[rank::world]).square().mean().backward()
norm = nn.utils.clip_grad_norm_(model.parameters(), max_norm=0.1)  # <-
found = norm.full_tensor()  # the processes call it together

plain(x).square().mean().backward()
expected = nn.utils.clip_grad_norm_(plain.parameters(), max_norm=0.1)
clipped = model[0].weight.grad.full_tensor()
if rank == 0:
    print(type(norm).__name__, torch.allclose(found, expected, atol=1e-5))
    #> DTensor True
    print(torch.allclose(clipped, plain[0].weight.grad, atol=1e-6))
    #> True
dist.destroy_process_group()
