r"""CUDA out of memory: what the step needs does not fit.

Beside the weights, their gradients and the optimizer's state, the GPU holds what each
layer saves for `backward`, which grows with the batch. Usual causes: a batch or image
too large; validation without `inference_mode`; a sum or list of losses that are
tensors, each with its graph; another process or an earlier notebook on the same GPU
(`nvidia-smi`). The figures here count saved numbers on the CPU. Where the memory goes:
[memory figures](../devices/index.md#memory_figures).

Raises:
    RuntimeError: `torch.empty(10**15, device="cpu")` DefaultCPUAllocator: can't
        allocate memory: you tried to allocate 4000000000000000 bytes.

Also worded:
    torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 20.00 MiB. GPU 0 has a
      total capacity of 7.79 GiB of which 16.19 MiB is free.
    torch.cuda.OutOfMemoryError: CUDA out of memory. Tried to allocate 392.00 MiB (GPU
      0; 14.75 GiB total capacity; 13.42 GiB already allocated; 120.81 MiB free; 13.60
      GiB reserved in total by PyTorch) If reserved memory is >> allocated memory try
      setting max_split_size_mb to avoid fragmentation.
    RuntimeError: CUDA out of memory. Tried to allocate 1.17 GiB (GPU 0; 10.76 GiB total
      capacity; 8.92 GiB already allocated; 412.56 MiB free)
    RuntimeError: CUDA error: out of memory
    RuntimeError: cuda runtime error (2) : out of memory at
      /pytorch/aten/src/THC/generic/THCStorage.cu:58
    RuntimeError: MPS backend out of memory (MPS allocated: 8.70 GB, other allocations:
      1.20 GB, max allowed: 9.07 GB). Tried to allocate 256.00 MB on private pool.

Asked as:
    memory grows every iteration until it is full; PYTORCH_CUDA_ALLOC_CONF,
    expandable_segments:True; CUDA OOM although the model is small; total_loss += loss
    fills the GPU; PYTORCH_MPS_HIGH_WATERMARK_RATIO; not enough VRAM to train
"""

import torch
from torch import nn
from torch.utils.checkpoint import checkpoint


def saved_numbers(function, x):
    sizes = {}

    def pack(tensor):
        sizes[tensor.data_ptr()] = tensor.numel()
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(pack, lambda tensor: tensor):
        function(x)
    return sum(sizes.values())


model = nn.Sequential(nn.Linear(9, 9), nn.Sigmoid(), nn.Linear(9, 9), nn.Sigmoid())
x = torch.ones(100, 9)
print(saved_numbers(model, x))
#> 2781

# A batch too large: half of it, and two steps of accumulation.
print(saved_numbers(model, x[:50]))
#> 1431


# Activations of a deep model: compute them again in `backward`.
def recomputed(x):
    return checkpoint(model, x, use_reentrant=False)  # <-


print(saved_numbers(recomputed, x))
#> 900

# Validation: no graph.
with torch.inference_mode():
    print(saved_numbers(model, x))
    #> 0

# A loss that is kept: keep the number, not the graph.
loss = model(x).mean()
print(loss.grad_fn is not None, type(loss.item()).__name__)
#> True float
