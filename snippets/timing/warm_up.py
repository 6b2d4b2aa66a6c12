"""Warm-up: leave out the first calls.

The first call takes memory from the system, loads kernels, chooses a convolution,
compiles. Time the later ones, and time the first apart if your users wait for it. Here
the work of the first call is a lookup that later calls find done.

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

prepared = {}


def work(x):
    if x.shape not in prepared:
        time.sleep(0.05)  # stands for compiling, or for choosing a kernel
        prepared[x.shape] = True
    return x + 1


x = torch.ones(8)
start = time.perf_counter()
work(x)
first = time.perf_counter() - start
later = Timer("work(x)", globals={"work": work, "x": x}).timeit(100).median
print(first > 10 * later)
#> True

work(torch.ones(9))  # another shape: the first call again
print(len(prepared))
#> 2
