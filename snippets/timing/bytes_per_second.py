"""Bytes per second: the limit of what is not a matrix product.

Adding, copying, normalising do little work on a number: memory sets the pace. Count
what must be read and written, and compare with a large copy. A small tensor seems
faster than memory can be: it comes from the cache.

Attributes: Shapes
    x: (4000000,) float32

Asked as:
    memory bandwidth; memory bound or compute bound; gigabytes per second that a kernel
    reads and writes; why is adding two big tensors no faster on a better GPU; roofline;
    arithmetic intensity; how fast is my RAM; STREAM benchmark; why does relu or batch
    norm take so long; cache makes small tensors look fast; bandwidth limited kernel;
    elementwise ops are slow; GB/s; limited by memory speed; achieved memory bandwidth
    or throughput; reading and writing is slower than computing
"""

import torch
from torch.utils.benchmark import Timer

x, y, out = (torch.ones(4_000_000) for _ in range(3))


def rate(statement, traffic):
    timer = Timer(statement, globals={"torch": torch, "x": x, "y": y, "out": out})
    return traffic / timer.timeit(20).median  # <-


size = x.numel() * x.element_size()
copy = rate("out.copy_(x)", 2 * size)  # one read, one written
add = rate("torch.add(x, y, out=out)", 3 * size)  # two read, one written
print(size, 0.05 < add / copy < 20)  # both go as fast as memory does
#> 16000000 True
