r"""pin_memory and non_blocking: copy while the GPU computes.

Pinned host memory can be copied by the GPU itself. With `non_blocking=True` the call
returns at once, and later work of its stream waits for the copy. In a training loop,
[`DataLoader(pin_memory=True)`](../data/loader.md#pin_memory) pins the batches. On the
way back, synchronize before the CPU reads the result.

Attributes: Shapes
    x: (1000, 1000) float32
    on_gpu: (1000, 1000) float32

Asked as:
    page-locked memory; asynchronous copy; async copy from CPU to GPU; non-blocking
    transfer of pinned memory; overlap transfer and computation; hide the transfer time;
    copying data to the GPU is slow; speed up copies from host to device; faster CPU to
    GPU transfer of one tensor; should I pin a tensor before sending it to the GPU;
    x.pin_memory() of a CPU tensor; is_pinned; prefetch the next batch to the GPU; wrong
    values after a non_blocking copy to the CPU; .cuda(non_blocking=True);
    cuda(async=True), cudaMemcpyAsync; what is pinned memory of the host, why use it
"""
# needs: cuda

import torch

x = torch.ones(1000, 1000, device="cpu").pin_memory()
on_gpu = x.to("cuda", non_blocking=True)  # <-
print(x.is_pinned(), on_gpu.sum().item() == 1_000_000)
#> True True

back = torch.empty_like(x, pin_memory=True)
back.copy_(on_gpu, non_blocking=True)
torch.cuda.synchronize()  # without it the CPU may read too early
print(torch.equal(back, x))
#> True
