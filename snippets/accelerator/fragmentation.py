"""expandable_segments: memory that is free and in pieces.

"reserved by PyTorch but unallocated" in the message of an error is memory between live
tensors: enough in sum, too small in each place, and `empty_cache` cannot give it back.
`PYTORCH_ALLOC_CONF=expandable_segments:True`, set before Python starts, lets the
segments grow instead. `PYTORCH_CUDA_ALLOC_CONF` is its older name. In `memory_summary`
the row of non-releasable memory counts it.

Asked as:
    memory fragmentation on the GPU; expandable_segments:True; PYTORCH_ALLOC_CONF;
    max_split_size_mb; garbage_collection_threshold; torch.cuda.memory_summary, what do
    the rows mean; torch.cuda.memory_stats; inactive_split_bytes; non-releasable memory;
    If reserved but unallocated memory is large try setting; out of memory although
    enough is free; memory_reserved is much larger than memory_allocated; empty_cache
    frees nothing; batches of varying length run out of memory after hours; caching
    allocator settings; reserved by PyTorch but unallocated
"""
# needs: cuda

import torch

blocks = [torch.ones(2**18, device="cuda") for _ in range(64)]  # 1 MiB each
del blocks[::2]
torch.cuda.empty_cache()
stats = torch.cuda.memory_stats()
between = stats["reserved_bytes.all.current"] - stats["allocated_bytes.all.current"]
print(between >= 16 * 2**20)  # <- still there
#> True
print("Non-releasable memory" in torch.cuda.memory_summary())
#> True
