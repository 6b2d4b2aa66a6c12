r"""Watchdog caught collective operation timeout: one process waits for another.

`all_reduce` and `barrier` end when the processes have all called them. Usual causes: a
call under `if rank == 0:`, such as `barrier` or an `all_reduce` of a metric; loops of
different lengths, for the data is not divided evenly; a process that crashed, whose
error stands higher up in the log; long work on rank 0, which `timeout=` may cover.
At the start "waiting for clients" or "timed out" says that a process is missing: a
wrong address, port or number of processes.

Raises:
    DistStoreError: `dist.HashStore().wait(["from rank 1"], short)` Wait timeout

Also worded:
    [E ProcessGroupNCCL.cpp:563] [Rank 1] Watchdog caught collective operation timeout:
      WorkNCCL(SeqNum=2, OpType=ALLREDUCE, NumelIn=1, NumelOut=1, Timeout(ms)=600000)
      ran for 600026 milliseconds before timing out.
    RuntimeError: NCCL communicator was aborted on rank 1. Original reason for failure
      was: [Rank 1] Watchdog caught collective operation timeout: WorkNCCL(SeqNum=15173,
      OpType=ALLREDUCE, Timeout(ms)=1800000) ran for 1802710 milliseconds before timing
      out.
    RuntimeError: Timed out initializing process group in store based barrier on rank:
      0, for key: store_based_barrier_key:1 (world_size=2, worker_count=1,
      timeout=0:30:00)
    RuntimeError: [../third_party/gloo/gloo/transport/tcp/unbound_buffer.cc:81] Timed
      out waiting 1800000ms for recv operation to complete
    torch.distributed.DistNetworkError: The client socket has timed out after 600000ms
      while trying to connect to (10.0.0.1, 29500).
    torch.distributed.DistStoreError: Timed out after 601 seconds waiting for clients.
      1/2 clients joined.
    torch.distributed.DistStoreError: wait timeout after 300000ms

Asked as:
    uneven number of batches on the ranks; init_process_group hangs; validation on rank
    0 alone stops the others; save a checkpoint on rank 0, the others time out; store
    based barrier; TORCH_NCCL_ASYNC_ERROR_HANDLING
"""

from datetime import timedelta

import torch
import torch.distributed as dist

short = timedelta(milliseconds=100)
store = dist.HashStore()
try:  # rank 1 never sets it
    store.wait(["from rank 1"], short)
except dist.DistStoreError as error:
    print(error)
    #> Wait timeout

# Long work on one rank: a longer limit.
dist.init_process_group(
    "gloo", store=store, rank=0, world_size=1, timeout=timedelta(hours=2)
)
rank = dist.get_rank()

# Rank 0 alone does the work, all of them call the collective.
if rank == 0:
    pass  # download, save, log
dist.barrier()  # <- not inside the `if`

# Loops of different lengths: all make as many steps as the shortest.
steps = torch.tensor(5 - rank)
dist.all_reduce(steps, op=dist.ReduceOp.MIN)
print(steps)
#> tensor(5)
dist.destroy_process_group()
