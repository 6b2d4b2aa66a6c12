"""averaged gradients: what a DDP step computes.

With a mean loss and parts of one size, the average over the processes is the gradient
of the whole batch: two processes with 8 samples each make the step of a batch of 16, so
that is the batch to choose the learning rate for. A loss with `reduction="sum"` comes
out divided by the number of processes. Batch norm sees its own part, unless
`nn.SyncBatchNorm.convert_sync_batchnorm(model)` joins them. On the CPU that raises.

Attributes: Shapes
    x: (12, 4) float32, the whole batch
    plain.weight.grad: (1, 4) float32

Asked as:
    effective batch size with several GPUs; do I change the learning rate when I train
    on 4 GPUs instead of one; lr for DDP, learning rate for multiple GPUs; linear
    scaling rule; same result as a big batch on one GPU, or is the loss or gradient
    different; divide or scale the loss by the world size, number of processes; sum loss
    in distributed training; global batch size; batch statistics on each card;
    SyncBatchNorm with several GPUs; is batch_size per GPU or in total, divided by the
    number of GPUs; are gradients summed or averaged in DDP; each GPU gets 32 samples,
    how large is the whole batch; does the learning rate depend on the batch size
"""

import os
from copy import deepcopy

import torch
import torch.distributed as dist
import torch.nn.functional as F
from torch import nn
from torch.nn.parallel import DistributedDataParallel

if "RANK" in os.environ:  # started by torchrun
    dist.init_process_group("gloo")
else:  # started by python: a group of one
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
rank, world = dist.get_rank(), dist.get_world_size()

torch.manual_seed(0)
x, y = torch.randn(12, 4), torch.randn(12, 1)
plain = nn.Linear(4, 1)
model = DistributedDataParallel(deepcopy(plain))

F.mse_loss(plain(x), y).backward()  # the whole batch in one process
mine = slice(rank, None, world)  # one in `world` samples
F.mse_loss(model(x[mine]), y[mine]).backward()  # <-
if rank == 0:
    print(torch.allclose(model.module.weight.grad, plain.weight.grad, atol=1e-6))
    #> True
dist.destroy_process_group()
