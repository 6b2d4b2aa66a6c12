"""Two of three processes do not come to the barrier; rank 0 writes what it was told."""

from datetime import timedelta

import torch
import torch.distributed as dist

dist.init_process_group("gloo")
groups = [dist.new_group(backend="gloo") for _ in range(2)]  # what fails spoils its group
if dist.get_rank() == 0:
    told = []
    for group, everyone in zip(groups, (False, True), strict=True):
        try:
            short = timedelta(seconds=0.3)
            dist.monitored_barrier(group, timeout=short, wait_all_ranks=everyone)
        except RuntimeError as error:
            told.append(str(error))
    torch.save(told, "missing.pt")
dist.barrier()
dist.destroy_process_group()
