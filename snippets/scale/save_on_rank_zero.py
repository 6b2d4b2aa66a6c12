"""saving from one process: one writes, the others wait and read.

The weights are equal after a step, so one file is enough; two processes that write one
path may spoil it. `barrier` keeps the others from reading before the file is
there. Save `model.module.state_dict()`: its keys lack the prefix and load without DDP.
DDP sends rank 0's weights to the others when it is made, and nothing of the optimizer,
whose state the others load too.

Attributes: Shapes
    model.module.weight: (2, 4) float32

Asked as:
    where to put torch.save in a DDP script, checkpoint with DDP; which process should
    save the model in distributed training; save on rank 0, if rank == 0; dist.barrier;
    hold the other ranks until the file exists; checkpoint saved several times, spoilt
    by several GPUs; rank_zero_only; accelerator.is_main_process; hvd.rank() == 0; load
    a checkpoint on every rank; write logs from the main worker alone; all processes
    write the same checkpoint file; other GPUs read the file before it is written; wait
    until all processes are there; save a DDP model; file corrupted because several
    ranks write it
"""

import os
import shutil
import tempfile

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel

if "RANK" in os.environ:  # started by torchrun
    dist.init_process_group("gloo")
else:  # started by python: a group of one
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
rank = dist.get_rank()

folder = [tempfile.mkdtemp() if rank == 0 else None]  # in earnest: a shared folder
dist.broadcast_object_list(folder, src=0)
path = os.path.join(folder[0], "model.pt")

model = DistributedDataParallel(nn.Linear(4, 2))
optimizer = torch.optim.Adam(model.parameters())
model(torch.randn(8, 4)).square().mean().backward()
optimizer.step()
if rank == 0:
    parts = {"model": model.module.state_dict(), "optimizer": optimizer.state_dict()}
    torch.save(parts, path)  # <-
dist.barrier()
state = torch.load(path, map_location="cpu")

other = DistributedDataParallel(nn.Linear(4, 2))
again = torch.optim.Adam(other.parameters())
other.module.load_state_dict(state["model"])
again.load_state_dict(state["optimizer"])
old, new = (o.state_dict()["state"][0]["exp_avg"] for o in (optimizer, again))
same = torch.equal(other.module.weight, model.module.weight) and torch.equal(old, new)
same = torch.tensor(same)
dist.all_reduce(same, dist.ReduceOp.MIN)  # this one waits for the readers too
if rank == 0:
    shutil.rmtree(folder[0])
    print(list(state["model"]), same.item())
    #> ['weight', 'bias'] True
dist.destroy_process_group()
