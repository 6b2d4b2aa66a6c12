"""fully_shard: a model too large for one GPU (FSDP2).

A process keeps a slice of each parameter, gradient and optimizer state; a block is
gathered for its own forward and backward pass. Shard the blocks first, the whole last,
and make the optimizer afterwards: the parameters are new objects (`DTensor`). A model
that no process can hold whole is [made on `meta`](#sharded_from_meta).

Attributes: Shapes
    x: (12, 4) float32
    whole: (6, 4) float32

Asked as:
    FullyShardedDataParallel; FSDP(model), example; DeepSpeed ZeRO stage 3; FairScale;
    split weights over several cards; 7B or 70B LLM does not fit into memory of my 4
    cards, finetuning; difference between DDP and FSDP; out of memory although I have
    many GPUs; model parallelism; optimizer states of a huge model are too big for one
    GPU; ZeroRedundancyOptimizer; auto_wrap_policy; model too big for one GPU;
    distribute parameters and optimizer state over GPUs; does not fit on a single GPU
    even with batch size 1; ZeRO-3, the PyTorch version; fully sharded data parallel,
    FSDP2; split a model over several GPUs
"""

import os
from copy import deepcopy

import torch
import torch.distributed as dist
from torch import nn
from torch.distributed.device_mesh import init_device_mesh
from torch.distributed.fsdp import fully_shard

device = torch.accelerator.current_accelerator(check_available=True)
device = device or torch.device("cpu")
if device.type != "cpu":  # the GPU of this local rank
    torch.accelerator.set_device_index(int(os.environ.get("LOCAL_RANK", 0)))
backend = dist.get_default_backend_for_device(device)
if "RANK" in os.environ:  # started by torchrun
    dist.init_process_group(backend)
else:  # started by python: a group of one
    dist.init_process_group(backend, store=dist.HashStore(), rank=0, world_size=1)
rank, world = dist.get_rank(), dist.get_world_size()

torch.manual_seed(0)
x = torch.randn(12, 4, device=device)
block = nn.Sequential(nn.Linear(4, 6), nn.GELU(), nn.Linear(6, 4))
plain = nn.Sequential(block, deepcopy(block), nn.Linear(4, 2)).to(device)
model = deepcopy(plain)
mesh = init_device_mesh(device.type, (world,))
for part in model[:2]:  # the blocks, not their layers
    fully_shard(part, mesh=mesh)
fully_shard(model, mesh=mesh)  # <-

for net, batch in ((plain, x), (model, x[rank::world])):
    optimizer = torch.optim.Adam(net.parameters(), lr=0.1)
    net(batch).square().mean().backward()
    optimizer.step()

slices = torch.tensor(sum(p.to_local().numel() for p in model.parameters()))
dist.all_reduce(slices := slices.to(device))
whole = model[0][0].weight.full_tensor()  # gathered: the processes call it together
if rank == 0:
    print(slices.item(), sum(p.numel() for p in plain.parameters()))
    #> 126 126
    print(torch.allclose(whole, plain[0][0].weight, atol=1e-4))
    #> True
dist.destroy_process_group()
