r"""No backend type associated with device type cpu: NCCL moves GPU tensors only.

A group made with "nccl" has no way to send a tensor of the CPU. Usual causes: a metric
made by `torch.tensor(value)` without `device`; a module that was not moved to its GPU
before DDP; objects or states that a library gathers from the CPU. Make the tensor on
the GPU, or leave the backend's name out: then CPU and GPU have their own. Without a
GPU, or on Windows, use gloo. See
[collectives](../scale/index.md#collectives).

Also worded:
    RuntimeError: No backend type associated with device type cpu
    RuntimeError: No backend type associated with device type cuda
    RuntimeError: Tensors must be CUDA and dense
    RuntimeError: ProcessGroupNCCL is only supported with GPUs, no GPUs found!
    RuntimeError: Distributed package doesn't have NCCL built in

Asked as:
    all_reduce of a loss on the CPU with nccl; gather metrics from CPU tensors in an
    NCCL group; cpu:gloo,cuda:nccl; broadcast of a CPU tensor fails with nccl; DCP save
    with CPU tensors in an nccl group; torchmetrics sync on the CPU
"""

import torch
import torch.distributed as dist

# Both kinds of tensors: "cpu:gloo,cuda:nccl" with GPUs, here the part without them.
dist.init_process_group("cpu:gloo", store=dist.HashStore(), rank=0, world_size=1)

# A number: a tensor on the device of the group.
loss = torch.tensor(0.5, device="cpu")
dist.all_reduce(loss)
print(loss)
#> tensor(0.5000)

# Which backend belongs to a device.
print(dist.get_default_backend_for_device("cpu"))  # <-
#> gloo
print(dist.get_default_backend_for_device("cuda"))
#> nccl
