"""is_initialized: one function for one process and for many.

`is_available` says whether this build of PyTorch has `torch.distributed`,
`is_initialized` whether there is a group now. `get_rank` and `get_backend` raise where
there is none: ask first, and the same code runs in a notebook and under `torchrun`.

Raises:
    ValueError: `dist.get_backend()` Default process group has not been initialized

Asked as:
    torch.distributed.is_initialized; torch.distributed.is_available; dist.get_backend,
    which backend is used; get_rank or 0 without a process group; get_world_size with a
    default of 1; is my script running in distributed mode; helper that works with and
    without DDP; is_dist_avail_and_initialized; is_main_process function; rank 0 check
    in a library; code that runs on one GPU and on many;
    torch.distributed.is_nccl_available; is_gloo_available; get_rank without
    init_process_group
"""

import torch.distributed as dist


def rank_and_size():
    if dist.is_available() and dist.is_initialized():  # <-
        return dist.get_rank(), dist.get_world_size()
    return 0, 1


print(rank_and_size(), dist.is_initialized())
#> (0, 1) False

dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
print(rank_and_size(), dist.is_initialized(), dist.get_backend())
#> (0, 1) True gloo
dist.destroy_process_group()
print(dist.is_initialized())
#> False
