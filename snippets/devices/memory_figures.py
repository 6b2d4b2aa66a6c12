r"""memory_allocated and empty_cache: what the GPU holds.

`memory_allocated` counts live tensors, `memory_reserved` what PyTorch has from the
driver; `nvidia-smi` adds the CUDA context and other processes. `empty_cache` gives back
what lies wholly free; it frees no tensor, so it seldom cures "CUDA out of memory". For
that, drop references, use a smaller batch, or accumulate gradients.

Asked as:
    CUDA out of memory; OutOfMemoryError, CUDA OOM; clear GPU memory, clear the CUDA
    cache; release VRAM after del; check how much GPU memory my program uses right now
    from Python; peak memory of a training step; max_memory_allocated; nvidia-smi shows
    more memory than my tensors need; GPU memory not released after deleting a model or
    tensors; free memory without restarting the kernel; does torch.cuda.empty_cache
    help; batch too large for the graphics card; Tried to allocate 2.00 GiB; caching
    allocator; GPU memory usage, how much VRAM is used; torch.cuda.memory_cached; free
    GPU memory, where has it gone; how much memory does my model take on the card; run
    out of GPU memory; reduce GPU memory; GPU memory is full; what does reserved memory
    mean
"""
# needs: cuda

import torch

torch.cuda.reset_peak_memory_stats()
before = torch.cuda.memory_allocated()
x = torch.ones(1024, 1024, device="cuda")
print((torch.cuda.memory_allocated() - before) / 2**20)  # <- MiB
#> 4.0

del x
print(torch.cuda.memory_allocated() == before)
#> True
print(torch.cuda.max_memory_allocated() >= before + 4 * 2**20)
#> True
torch.cuda.empty_cache()
print(torch.cuda.memory_reserved() >= torch.cuda.memory_allocated())
#> True
