"""no_sync: accumulate gradients, communicate once.

A large batch in parts: inside `model.no_sync()` the gradients add up in the process
alone, and the last part, outside, averages the sums. The forward pass decides: it
belongs inside. The hook here counts how often gradients are sent.

Attributes: Shapes
    x: (48, 4) float32, the whole batch
    plain.weight.grad: (1, 4) float32

Asked as:
    gradient accumulation with DDP; skip the all-reduce until the last micro-batch; big
    batch on few GPUs with little memory; slow network between GPUs; context manager
    that stops DDP from communicating; require_backward_grad_sync;
    backward_passes_per_step; accelerator.accumulate; delay gradient synchronisation;
    register_comm_hook; accumulate gradients over batches on several GPUs; exchange
    gradients only every few steps; synchronise not at each backward; DDP with gradient
    accumulation is slow; send gradients once for several micro-batches
"""

import os
from contextlib import nullcontext
from copy import deepcopy

import torch
import torch.distributed as dist
from torch import nn
from torch.distributed.algorithms.ddp_comm_hooks.default_hooks import allreduce_hook
from torch.nn.parallel import DistributedDataParallel

if "RANK" in os.environ:  # started by torchrun
    dist.init_process_group("gloo")
else:  # started by python: a group of one
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
rank, world = dist.get_rank(), dist.get_world_size()

torch.manual_seed(0)
x = torch.randn(48, 4)
plain = nn.Linear(4, 1)
plain(x).square().mean().backward()  # the whole batch at once

sent = []


def count(group, bucket):
    sent.append(bucket.index())
    return allreduce_hook(group, bucket)


model = DistributedDataParallel(deepcopy(plain))
model.zero_grad()
model.register_comm_hook(None, count)
parts = x[rank::world].chunk(4)
for i, part in enumerate(parts, start=1):
    with model.no_sync() if i < len(parts) else nullcontext():  # <-
        (model(part).square().mean() / len(parts)).backward()

if rank == 0:
    print(len(parts), len(sent))
    #> 4 1
    print(torch.allclose(model.module.weight.grad, plain.weight.grad, atol=1e-6))
    #> True
dist.destroy_process_group()
