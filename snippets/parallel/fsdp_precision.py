"""MixedPrecisionPolicy: bfloat16 in the layers, float32 in the optimizer.

In `fully_shard` the slices stay float32, and so do the optimizer's steps. A block is
gathered in `param_dtype`, which halves what is sent and what it holds, and its inputs
are cast. Gradients are added up over the processes in `reduce_dtype`. Give each call of
`fully_shard` the policy; `output_dtype` of the outermost makes its output float32 for
the loss. No `autocast`.

Attributes: Shapes
    x: (6, 4) float32
    y: (6, 1) float32

Asked as:
    FSDP2 mixed precision; mp_policy; torch.distributed.fsdp.MixedPrecision;
    MixedPrecisionPolicy(param_dtype=torch.bfloat16, reduce_dtype=torch.float32); bf16
    training with fully_shard; autocast or mixed precision policy with FSDP; float32
    master weights, sharded; cast_forward_inputs; output_dtype; dtype of the gradients
    in FSDP; all-gather in bfloat16; FSDP keep_low_precision_grads; gradient reduction
    in float32; FSDP uses too much bandwidth
"""

import os

import torch
import torch.distributed as dist
from torch import nn
from torch.distributed.device_mesh import init_device_mesh
from torch.distributed.fsdp import MixedPrecisionPolicy, fully_shard

if "RANK" in os.environ:  # started by torchrun
    dist.init_process_group("gloo")
else:  # started by python: a group of one
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
rank, world = dist.get_rank(), dist.get_world_size()
mesh = init_device_mesh("cpu", (world,))

model = nn.Sequential(nn.Linear(4, 6), nn.Linear(6, 1))
inner = MixedPrecisionPolicy(param_dtype=torch.bfloat16, reduce_dtype=torch.float32)
outer = MixedPrecisionPolicy(
    param_dtype=torch.bfloat16, reduce_dtype=torch.float32, output_dtype=torch.float32
)
fully_shard(model[0], mesh=mesh, mp_policy=inner)
fully_shard(model, mesh=mesh, mp_policy=outer)  # <-

seen = []


def note(layer, args):
    seen.append((layer.weight.dtype, args[0].dtype))


for layer in model:
    layer.register_forward_pre_hook(note)
x = torch.randn(6, 4)
y = model(x)
y.mean().backward()
if rank == 0:
    print(seen)
    #> [(torch.bfloat16, torch.bfloat16), (torch.bfloat16, torch.bfloat16)]
    print(y.dtype, model[0].weight.dtype, model[0].weight.grad.dtype)
    #> torch.float32 torch.float32 torch.float32
dist.destroy_process_group()
