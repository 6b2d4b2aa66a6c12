"""Warm-up: leave out the first calls.

The first call may take memory from the system, load kernels, choose a convolution,
compile. Time the later ones, and time the first apart if your users wait for it. Here
the first call compiles, and so does the next shape.

Asked as:
    first iteration is slow; first forward pass is much slower than the rest, is that
    normal; first inference takes seconds; ignore the first calls or runs when timing;
    GPU warmup, cold start; torch.compile slow at the start; cudnn.benchmark makes the
    first batch slow; jit compile time in a benchmark; new input shape is slow again;
    latency of the first request; steady state speed; warmup before measuring; exclude
    the first iterations from timing; first batch slow; warm up iterations before a
    benchmark; first prediction slow, next ones fast; why is the first batch or step so
    slow
"""

import time

import torch
from torch.utils.benchmark import Timer


@torch.compile(backend="eager")  # needs no C++ compiler
def work(x):
    return (x + 1).relu()


def seconds(x):
    start = time.perf_counter()
    work(x)
    return time.perf_counter() - start


x = torch.ones(8)
first = seconds(x)
later = Timer("work(x)", globals={"work": work, "x": x}).timeit(100).median  # <-
print(first > 10 * later)
#> True
print(seconds(torch.ones(9)) > 10 * later)  # another shape: compiled once more
#> True
