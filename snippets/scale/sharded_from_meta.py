"""sharded from meta: no process makes the whole model.

On `meta` a model has shapes and no memory; sharded, then `to_empty`, a process has
memory for its slices, with anything in it. `set_model_state_dict` fills them, buffers
too, with the weights that rank 0 has read; in the dict that it is given it puts slices
in their place. `get_model_state_dict` gathers the weights for rank 0; elsewhere the
dict is empty. `get_optimizer_state_dict` does so with the state of an optimizer.

Drawn in place, weights differ from those of an unsharded model: on the CPU processes
with one seed draw the same numbers for their slices, so that the rows repeat.

Attributes: Shapes
    x: (12, 4) float32

Raises:
    NotImplementedError: `nn.Linear(2, 2, device="meta").to("cpu")` Cannot copy out of
        meta tensor; no data!

Asked as:
    meta device with FSDP2; load a checkpoint into a model made on meta with
    fully_shard; initialise a model too large for the memory of one machine; to_empty
    and reset_parameters; param_init_fn; sync_module_states; broadcast_from_rank0;
    StateDictOptions(full_state_dict=True); gather a full state dict from FSDP2; save an
    FSDP2 model as one file; deferred initialization, init_empty_weights; each process
    loads the whole model before sharding, CPU memory runs out; FSDP init weights with a
    seed; weights of shards are equal on all ranks; set_model_state_dict
"""

# %% Group

import os

import torch
import torch.distributed as dist
from torch import nn
from torch.distributed.checkpoint.state_dict import (
    StateDictOptions,
    get_model_state_dict,
    set_model_state_dict,
)
from torch.distributed.device_mesh import init_device_mesh
from torch.distributed.fsdp import fully_shard

if "RANK" in os.environ:  # started by torchrun
    dist.init_process_group("gloo")
else:  # started by python: a group of one
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
rank, world = dist.get_rank(), dist.get_world_size()
mesh = init_device_mesh("cpu", (world,))

# %% Weights in rank 0 alone


def build():
    layers = nn.Linear(4, 6), nn.BatchNorm1d(6), nn.GELU(), nn.Linear(6, 2)
    return nn.Sequential(*layers)


torch.manual_seed(0)
weights = build().state_dict() if rank == 0 else {}  # in earnest: of torch.load

# %% Shard, then fill

with torch.device("meta"):
    model = build()
for layer in (model[0], model[3]):
    fully_shard(layer, mesh=mesh)
fully_shard(model, mesh=mesh)
model.to_empty(device="cpu")
options = StateDictOptions(full_state_dict=True, broadcast_from_rank0=True)
set_model_state_dict(model, dict(weights), options=options)  # <- a copy is given

# %% Train, then gather

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
x = torch.randn(12, 4, generator=torch.Generator().manual_seed(1))
model.eval()(x[rank::world]).square().mean().backward()
optimizer.step()
options = StateDictOptions(full_state_dict=True, cpu_offload=True)
whole = get_model_state_dict(model, options=options)  # the processes call it together

if rank == 0:
    plain = build().eval()
    plain.load_state_dict(weights)
    plain(x).square().mean().backward()
    torch.optim.SGD(plain.parameters(), lr=0.1).step()
    state = plain.state_dict()
    print(all(torch.allclose(whole[name], state[name], atol=1e-6) for name in state))
    #> True
dist.destroy_process_group()
