r"""invalid device ordinal: a GPU of that number does not exist.

The numbers go from 0 to `torch.cuda.device_count() - 1`. Usual causes: "cuda:1" in code
from a machine with more GPUs; `CUDA_VISIBLE_DEVICES=2`, after which the one GPU left is
number 0; torchrun with more processes than GPUs. Making a `torch.device` checks
nothing: the error comes with the first tensor. A file saved from "cuda:3" gives
[another message](loading.md#deserialize_cuda). See [several
GPUs](../devices/index.md#several_gpus).

Also worded:
    AcceleratorError: CUDA error: invalid device ordinal
    RuntimeError: CUDA error: invalid device ordinal
    RuntimeError: cuda runtime error (10) : invalid device ordinal at
      torch/csrc/cuda/Module.cpp:32
    AssertionError: Invalid device id

Asked as:
    CUDA_VISIBLE_DEVICES=2 and then cuda:2 fails; torchrun nproc-per-node larger than
    the number of GPUs; DataParallel device_ids with GPUs that do not exist; checkpoint
    saved on the fourth GPU, loaded on a machine with one; GPU index too high;
    set_device of a local rank fails
"""

import torch

# Making the device checks nothing.
wanted = torch.device("cuda:7")
print(wanted.index)
#> 7

# The numbers that exist; an empty range where there is no GPU.
count = torch.accelerator.device_count()
print(wanted.index in range(count))
#> False

# A number from settings: fall back to a device that is there.
device = wanted if wanted.index < count else torch.device("cpu")  # <-
x = torch.ones(2).to(device)  # (2,)
