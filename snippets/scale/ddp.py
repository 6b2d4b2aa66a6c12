"""DistributedDataParallel: one process a GPU, gradients averaged.

`torchrun --nproc-per-node 2 ddp.py` starts two processes, `python ddp.py` one; both
print these losses, for the batch of 12 is divided among them. A process works on its
part of the data; `backward` averages the gradients over the processes, so that the
copies of the weights stay equal. The optimizer and its steps stay as they are.

Attributes: Shapes
    inputs: (12, 4) float32, one process has the whole batch
    model.module.weight: (1, 4) float32

Raises:
    ValueError: `DistributedDataParallel(nn.Linear(4, 1))` Default process group has not
        been initialized

Asked as:
    train with 2 or more GPUs; multi-GPU training, a simple example script with
    torchrun; use all the GPUs of my machine for training; DDP; minimal DDP script,
    distributed data-parallel training; tf.distribute.MirroredStrategy; Horovod,
    hvd.DistributedOptimizer; jax.pmap; accelerator.prepare; nccl or gloo;
    device_ids=[local_rank]; train on both or all 4 graphics cards of one computer; try
    distributed training without a GPU; replicate the network on each card; parallelise
    training over multiple graphics cards; parallel training on several GPUs; turn a
    training loop into DDP; use several GPUs to make an epoch shorter; train on multiple
    GPUs; run the training on all four GPUs of one machine; multi-GPU training; use all
    GPUs; train one model on two GPUs
"""

import os

import torch
import torch.distributed as dist
import torch.nn.functional as F
from torch import nn
from torch.nn.parallel import DistributedDataParallel
from torch.utils.data import DataLoader, DistributedSampler, TensorDataset

device = torch.accelerator.current_accelerator(check_available=True)
device = device or torch.device("cpu")
if device.type != "cpu":  # the GPU of this local rank
    torch.accelerator.set_device_index(int(os.environ.get("LOCAL_RANK", 0)))
backend = dist.get_default_backend_for_device(device)  # nccl on GPUs, gloo on the CPU
if "RANK" in os.environ:  # started by torchrun
    dist.init_process_group(backend)
else:  # started by python: a group of one
    dist.init_process_group(backend, store=dist.HashStore(), rank=0, world_size=1)
rank, world = dist.get_rank(), dist.get_world_size()

torch.manual_seed(0)
x = torch.randn(48, 4)
data = TensorDataset(x, x.sum(dim=1, keepdim=True))
sampler = DistributedSampler(data)  # in place of shuffle=True
loader = DataLoader(data, batch_size=12 // world, sampler=sampler)
model = DistributedDataParallel(nn.Linear(4, 1).to(device))  # <- takes rank 0's weights
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

for epoch in range(3):
    sampler.set_epoch(epoch)  # another order, shared by the processes
    total = torch.zeros((), device=device)
    for inputs, targets in loader:
        loss = F.mse_loss(model(inputs.to(device)), targets.to(device))
        optimizer.zero_grad()
        loss.backward()  # averages the gradients
        optimizer.step()
        total += loss.detach()
    dist.all_reduce(total)
    if rank == 0:
        print(epoch, f"{total.item() / world / len(loader):.3f}")
        #> 0 3.726
        #> 1 0.658
        #> 2 0.142
dist.destroy_process_group()
