"""distributed checkpoint: save with 2 processes, load with 1 or 3.

`torch.distributed.checkpoint` (DCP) writes a folder: each process its own pieces, each
piece once, and a table of contents. `load` fills the tensors of the state that is
passed, whatever the number of processes is now. For sharded models
([FSDP2](#fully_shard)) no process ever holds the whole. `dcp_to_torch_save` in
`format_utils` turns the folder into one `.pt` file.

Attributes: Shapes
    whole: (6, 4) float32

Asked as:
    DCP; save a sharded model, sharded checkpoint; save and load a model trained with
    fully_shard, FSDP2; resume with another number of GPUs; reshard while loading;
    dcp_to_torch_save, merge FSDP parts into a normal .pt; .distcp files to .pth;
    FULL_STATE_DICT; full_state_dict and sharded_state_dict; change the world size
    between runs; Orbax; gather the weights of all ranks for saving; saved on 8 GPUs,
    load on 2 GPUs; checkpoint for a different number of GPUs; load an FSDP checkpoint
    on a single GPU; state_dict spread over GPUs, each saves its own part
"""

import os
import shutil
import tempfile

import torch
import torch.distributed as dist
import torch.distributed.checkpoint as dcp
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
model = fully_shard(nn.Linear(4, 6, device="cpu"), mesh=mesh)
other = fully_shard(nn.Linear(4, 6, device="cpu"), mesh=mesh)  # other weights

folder = [tempfile.mkdtemp() if rank == 0 else None]  # in earnest: a shared folder
dist.broadcast_object_list(folder, src=0)
dcp.save({"model": model.state_dict()}, checkpoint_id=folder[0])
state = {"model": other.state_dict()}
dcp.load(state, checkpoint_id=folder[0])  # in place
other.load_state_dict(state["model"])

whole = other.weight.full_tensor()  # gathered: every process calls it
same = torch.equal(whole, model.weight.full_tensor())
if rank == 0:
    shutil.rmtree(folder[0])
    print(same)
    #> True
dist.destroy_process_group()
