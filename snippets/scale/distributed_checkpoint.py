"""distributed checkpoint: save with 2 processes, go on with 1, 3 or 4.

`torch.distributed.checkpoint` (DCP) writes a folder: a file of its own pieces from each
process, and a table of contents. `load` fills the tensors of the state that is passed,
with another number of processes too, and training goes on as if nothing had been: up
to the order of sums. `get_state_dict` gives a new optimizer the states to fill, here of
a sharded model ([FSDP2](#fully_shard)). `dcp_to_torch_save` in `format_utils` turns the
folder into one `.pt` file.

Attributes: Shapes
    batches: (2, 12, 4) float32
    plain.weight: (6, 4) float32

Asked as:
    DCP; save a sharded model, sharded checkpoint; save and load a model trained with
    fully_shard, FSDP2; resume with another number of GPUs; reshard while loading;
    dcp_to_torch_save, merge FSDP parts into a normal .pt; .distcp files to .pth;
    FULL_STATE_DICT; full_state_dict and sharded_state_dict; change the world size
    between runs; Orbax; gather the weights of all ranks for saving; saved on 8 GPUs,
    load on 2 GPUs; checkpoint for a different number of GPUs; load an FSDP checkpoint
    on a single GPU; state_dict spread over GPUs, each saves its own part
"""

# %% Group and model

import os
import shutil
import tempfile

import torch
import torch.distributed as dist
import torch.distributed.checkpoint as dcp
from torch import nn
from torch.distributed.checkpoint.state_dict import get_state_dict, set_state_dict
from torch.distributed.device_mesh import init_device_mesh
from torch.distributed.fsdp import fully_shard

if "RANK" in os.environ:  # started by torchrun
    dist.init_process_group("gloo")
else:  # started by python: a group of one
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
rank, world = dist.get_rank(), dist.get_world_size()
mesh = init_device_mesh("cpu", (world,))
torch.manual_seed(0)
batches = torch.randn(2, 12, 4)


def new():
    model = fully_shard(nn.Linear(4, 6, device="cpu"), mesh=mesh)
    return model, torch.optim.Adam(model.parameters())


def state_of(model, optimizer):
    model_state, optimizer_state = get_state_dict(model, optimizer)
    return {"model": model_state, "optim": optimizer_state}


def step(batch, model, optimizer):
    optimizer.zero_grad()
    model(batch[rank::world]).square().mean().backward()
    optimizer.step()
    whole = model.weight.full_tensor()  # gathered: the processes call it together
    return whole.clone()


# %% Save

model, optimizer = new()
saved = step(batches[0], model, optimizer)
folder = [tempfile.mkdtemp() if rank == 0 else None]  # in earnest: a shared folder
dist.broadcast_object_list(folder, src=0)
dcp.save(state_of(model, optimizer), checkpoint_id=folder[0])
expected = step(batches[1], model, optimizer)

# %% Load and go on

other = new()
state = state_of(*other)
dcp.load(state, checkpoint_id=folder[0])  # <- in place
set_state_dict(*other, model_state_dict=state["model"], optim_state_dict=state["optim"])
found = step(batches[1], *other)
if rank == 0:
    print(torch.equal(found, expected))
    #> True

# %% Load in one process alone

alone = dist.new_group([0])
if rank == 0:
    plain = nn.Linear(4, 6)
    state = {"model": plain.state_dict()}
    dcp.load(state, checkpoint_id=folder[0], process_group=alone)
    print(torch.equal(plain.weight, saved))
    #> True
    shutil.rmtree(folder[0])
dist.destroy_process_group()
