r"""pin_memory and non_blocking: copy while the GPU computes.

Pinned host memory can be copied by the GPU itself. With `non_blocking=True` the call
returns at once, and later GPU work waits for the copy. In a training loop,
[`DataLoader(pin_memory=True)`](../data/loader.md#pin_memory) pins the batches. On the
way back, synchronize before the CPU reads the result.

Attributes: Shapes
    x: (1000, 1000) float32
    on_gpu: (1000, 1000) float32
"""
# needs: cuda

import torch

x = torch.ones(1000, 1000, device="cpu").pin_memory()
on_gpu = x.to("cuda", non_blocking=True)
print(x.is_pinned(), on_gpu.sum().item() == 1_000_000)
#> True True

back = torch.empty_like(x, pin_memory=True)
back.copy_(on_gpu, non_blocking=True)
torch.cuda.synchronize()  # without it the CPU may read too early
print(torch.equal(back, x))
#> True
