"""What two processes see of what the entries say; each writes said.RANK.pt."""

import os
from datetime import timedelta

import torch
import torch.distributed as dist
from torch import nn
from torch.distributed.device_mesh import init_device_mesh
from torch.distributed.fsdp import MixedPrecisionPolicy, fully_shard
from torch.distributed.tensor import Replicate, Shard, distribute_tensor
from torch.distributed.tensor.debug import CommDebugMode
from torch.distributed.tensor.parallel import (
    ColwiseParallel,
    RowwiseParallel,
    SequenceParallel,
    parallelize_module,
)

result = {"groups": [dist.is_initialized()]}
mesh = init_device_mesh("cpu", (2,))  # starts the group
result["groups"].append(dist.is_initialized())
rank = dist.get_rank()


def sent(mode):
    return {str(name): count for name, count in mode.get_comm_counts().items()}


# distribute_tensor: what is sent, and when
x = distribute_tensor(torch.arange(14.0).reshape(7, 2), mesh, [Shard(0)])
with CommDebugMode() as mode:
    total = (x * 2).sum()
result["sum"] = sent(mode)
with CommDebugMode() as mode:
    total.full_tensor()
result["full"] = sent(mode)
copy = distribute_tensor(torch.ones(3), mesh, [Replicate()])
result["local"] = [x.to_local(), copy.to_local(), total.to_local(), (x * 2).sum().full_tensor()]

# tensor and sequence parallel
seen = []


def note(module, args, y):
    seen.append(y.shape)


mlp = nn.Sequential(nn.Linear(4, 12), nn.GELU(), nn.Linear(12, 4))
mlp[1].register_forward_hook(note)
parallelize_module(mlp, mesh, {"0": ColwiseParallel(), "2": RowwiseParallel()})
with CommDebugMode() as mode:
    mlp(torch.ones(5, 4))
result["mlp"] = [sent(mode), tuple(seen[0])]
result["backward"] = []
for needs in (False, True):
    y = mlp(torch.ones(5, 4, requires_grad=needs)).sum()
    with CommDebugMode() as mode:
        y.backward()
    result["backward"].append(sent(mode))
block = nn.Sequential(nn.LayerNorm(4), nn.Linear(4, 12), nn.GELU(), nn.Linear(12, 4))
plan = {
    "0": SequenceParallel(),
    "1": ColwiseParallel(input_layouts=Shard(1)),
    "3": RowwiseParallel(output_layouts=Shard(1)),
}
parallelize_module(block, mesh, plan)
with CommDebugMode() as mode:
    y = block(torch.ones(2, 3, 4))  # its part of six positions
result["block"] = [sent(mode), tuple(y.shape)]


# the precision of gradients: 1 and 2**-9 have no average in bfloat16
def averaged(reduce_dtype):
    policy = MixedPrecisionPolicy(param_dtype=torch.bfloat16, reduce_dtype=reduce_dtype)
    layer = fully_shard(nn.Linear(1, 2, bias=False), mesh=mesh, mp_policy=policy)
    layer(torch.full((1, 1), 1.0 if rank == 0 else 2.0**-9)).sum().backward()
    return layer


result["averaged"] = [
    averaged(d).weight.grad.full_tensor() for d in (torch.float32, torch.bfloat16)
]
layer = averaged(torch.float32)
optimizer = torch.optim.Adam(layer.parameters())
optimizer.step()
result["moments"] = optimizer.state[layer.weight]["exp_avg"].dtype
model = nn.Sequential(nn.Linear(4, 6), nn.Linear(6, 1))
fully_shard(model[0], mesh=mesh)  # the policy of the whole alone
fully_shard(model, mesh=mesh, mp_policy=MixedPrecisionPolicy(param_dtype=torch.bfloat16))
try:
    model(torch.ones(2, 4))
except RuntimeError as error:
    result["policies"] = str(error)

# norms of slices
torch.manual_seed(0)
model = fully_shard(nn.Linear(4, 6), mesh=mesh)
model(torch.randn(8, 4)).square().sum().backward()
parts = [p.grad.to_local() for p in model.parameters()]
result["norms"] = [nn.utils.get_total_norm(parts), nn.utils.get_total_norm(
    [p.grad for p in model.parameters()]).full_tensor()]  # fmt: skip

# a process that does not come
watch = dist.new_group(backend="gloo")  # what fails spoils its group
try:
    if rank == 0:
        dist.monitored_barrier(watch, timeout=timedelta(seconds=0.3))
except RuntimeError as error:
    result["missing"] = str(error)
dist.barrier()
dist.destroy_process_group()

# collectives that differ
os.environ["TORCH_DISTRIBUTED_DEBUG"] = "DETAIL"
dist.set_debug_level_from_env()
os.environ["MASTER_PORT"] = str(int(os.environ["MASTER_PORT"]) + 1)
dist.init_process_group("gloo")
try:
    dist.all_reduce(torch.ones(2 + rank))
except RuntimeError as error:
    result["differ"] = str(error)
torch.save(result, f"said.{rank}.pt")
os._exit(0)  # the group is broken
