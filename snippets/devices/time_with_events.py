r"""CUDA events: time on the GPU's own clock.

Two events around the work measure the time between them on the GPU, in milliseconds; on
an idle GPU that includes waiting for the launch. `elapsed_time` needs both events to
have happened: synchronize first. With the CPU's clock: [on any
device](#time_any_device).

Attributes: Shapes
    y: (2048, 2048) float32

Asked as:
    torch.cuda.Event; elapsed_time in milliseconds; GPU time in milliseconds; time a
    CUDA kernel; time GPU code; precise timing of a GPU kernel; exact duration of an
    operation on the graphics card; how long does an operation take on the GPU itself,
    without Python; measure without Python overhead; record start and end events;
    enable_timing=True; difference between perf_counter and CUDA events; Both events
    must be completed before calculating elapsed time; CUDA error: device not ready;
    cudaEventRecord, cudaEventElapsedTime
"""
# needs: cuda

import torch

x = torch.ones(2048, 2048, device="cuda")
x @ x  # warm up

start = torch.cuda.Event(enable_timing=True)  # <-
end = torch.cuda.Event(enable_timing=True)
start.record()
y = x @ x
end.record()
torch.cuda.synchronize()
print(start.elapsed_time(end) > 0)
#> True
