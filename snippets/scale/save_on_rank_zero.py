"""saving: one process writes, all wait, all read.

The copies are equal after each step, so one file is enough; two processes that write
the same path spoil it. `barrier` keeps the others from reading before the file is
there. Save `model.module.state_dict()`: its keys lack the prefix and load without DDP.

Attributes: Shapes
    model.module.weight: (2, 4) float32
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
if rank == 0:
    torch.save(model.module.state_dict(), path)
dist.barrier()
state = torch.load(path, map_location="cpu")
same = torch.equal(state["weight"], model.module.weight.detach().cpu())

dist.barrier()  # everyone has read it
if rank == 0:
    shutil.rmtree(folder[0])
    print(list(state), same)
    #> ['weight', 'bias'] True
dist.destroy_process_group()
