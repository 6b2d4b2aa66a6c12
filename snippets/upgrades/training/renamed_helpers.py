r"""memory_cached, cummulative_sizes and others: renamed, and they say so.

Each warns and gives what its successor gives. `torch.has_cuda` and `has_mps` are
`is_built()` of the backend.

Warns:
    FutureWarning: `torch.cuda.memory_cached()` `torch.cuda.memory_cached` has been
        renamed to `torch.cuda.memory_reserved`
    FutureWarning: `both.cummulative_sizes` `cummulative_sizes` attribute is renamed to
        `cumulative_sizes`
    UserWarning: `torch.has_cuda` 'has_cuda' is deprecated, please use
        'torch.backends.cuda.is_built()'
    FutureWarning: `torch.distributed.reduce_op.SUM` `torch.distributed.reduce_op` is
        deprecated, please use `torch.distributed.ReduceOp` instead

Asked as:
    torch.cuda.memory_cached(); torch.cuda.max_memory_cached; torch.has_cuda;
    torch.has_mps; torch.distributed.reduce_op; cummulative_sizes;
    torch.get_autocast_gpu_dtype; torch.is_autocast_cpu_enabled;
    torch.cuda.memory_cached has been renamed; torch.distributed.reduce_op.MAX
"""

import warnings

import torch
from torch.utils.data import ConcatDataset

both = ConcatDataset([[1, 2], [3]])
pairs = {
    "memory_reserved": (torch.cuda.memory_cached, torch.cuda.memory_reserved),
    "cumulative_sizes": (lambda: both.cummulative_sizes, lambda: both.cumulative_sizes),
    "is_built": (lambda: torch.has_cuda, torch.backends.cuda.is_built),
    "dtype": (
        torch.get_autocast_gpu_dtype,
        lambda: torch.get_autocast_dtype("cuda"),
    ),
    "enabled": (
        torch.is_autocast_cpu_enabled,
        lambda: torch.is_autocast_enabled("cpu"),
    ),
}
for name, (old, new) in pairs.items():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        same = old() == new()
    print(name, same, len(caught))
    #> memory_reserved True 1
    #> cumulative_sizes True 1
    #> is_built True 1
    #> dtype True 1
    #> enabled True 1

print(torch.cuda.memory_reserved(), both.cumulative_sizes)  # <-
#> 0 [2, 3]
