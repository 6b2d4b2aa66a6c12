"""Waiting for the GPU: without it, you time the launch, not the work.

A call on a GPU returns as soon as the work is queued. Stop the clock after
`torch.accelerator.synchronize()`; `.item()`, `.cpu()` and `print` wait too, and then
the time of the work lands on whatever line happens to wait. The wrong figure is often
impossible: more operations per second than the card can do. A function that does it
right: [on any device](../devices/index.md#time_any_device).

Asked as:
    torch.cuda.synchronize; GPU time of a huge matmul is much too small; time measured
    with time.time() on cuda makes no sense; GPU code finishes so fast, but the result
    takes long; print or .item() is the slowest line of the loop; .cpu() takes most of
    the time; block_until_ready; cudaDeviceSynchronize; async GPU timing; CUDA calls
    return immediately; wait(gpuDevice); matrix product takes microseconds, printing it
    takes seconds; time.time() around GPU code; synchronize before timing; real duration
    of a cuda call; asynchronous cuda execution, kernel launch
"""
# needs: cuda

import time

import torch

x = torch.randn(4096, 4096, device="cuda")
y = x @ x  # warm up
torch.accelerator.synchronize()

start = time.perf_counter()
torch.mm(x, x, out=y)  # no new memory while the clock runs
wrong = time.perf_counter() - start  # only queued

torch.accelerator.synchronize()
start = time.perf_counter()
torch.mm(x, x, out=y)
torch.accelerator.synchronize()  # <-
right = time.perf_counter() - start
print(wrong < right / 5)
#> True
