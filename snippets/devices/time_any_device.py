r"""timing on any device: synchronize before the clock is read.

A GPU call returns before the work is done. Without `synchronize` the clock measures the
launch, as [this shows](../timing/index.md#wait_for_the_gpu). Warm up first: the
first call loads kernels. Take the median of several runs.

Asked as:
    measure inference time; how long does a forward pass take; time a forward pass on
    any hardware; benchmark inference on CPU and GPU; is the GPU faster than the CPU;
    compare speed of CPU and graphics card; stopwatch for CUDA code; timing function for
    CPU and GPU alike; fair timing regardless of the hardware; measure time on a Mac,
    mps; seconds per batch; images per second; median runtime; time.perf_counter and
    torch.accelerator.synchronize; torch.mps.synchronize; latency: how many milliseconds
    does my model need for an image; measure execution time on the GPU correctly; GPU is
    slower or not faster than the CPU
"""

import statistics
import time

import torch

accelerator = torch.accelerator.current_accelerator(check_available=True)
device = accelerator or torch.device("cpu")
x = torch.ones(256, 256, device=device)


def synchronize():
    if torch.accelerator.is_available():
        torch.accelerator.synchronize()  # <-


def seconds(function, repeats=5):
    function()  # warm up
    times = []
    for _ in range(repeats):
        synchronize()
        start = time.perf_counter()
        function()
        synchronize()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


print(seconds(lambda: x @ x) > 0)
#> True
