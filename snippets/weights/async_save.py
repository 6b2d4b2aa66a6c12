"""async_save: training goes on while the checkpoint is written.

The call copies the state to CPU memory, and a thread writes it: what the next step
changes is not in the file. It needs memory for that copy. `result()` waits, and raises
what went wrong: call it before the next save and at the end. With nccl make the group
as `"cpu:gloo,cuda:nccl"`: the thread needs the first. The folder is that of [a
distributed checkpoint](../scale/index.md#distributed_checkpoint).

Attributes: Shapes
    weight: (2, 2) float32

Asked as:
    dcp.async_save; asynchronous checkpointing; save a checkpoint in the background;
    saving blocks the training loop; torch.distributed.checkpoint.FileSystemWriter;
    torch.distributed.checkpoint.FileSystemReader; dcp.load with storage_reader;
    read_metadata, names and shapes in a distributed checkpoint; save_state_dict and
    load_state_dict of torch.distributed.checkpoint are deprecated; torch.save in a
    thread; checkpoint stalls the GPU; A CPU backend must be enabled for async save;
    wait for an asynchronous save to finish; AsyncCheckpointer
"""

import tempfile

import torch
import torch.distributed as dist
import torch.distributed.checkpoint as dcp
from torch.distributed.checkpoint import FileSystemReader, FileSystemWriter

dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
weight = torch.ones(2, 2)
with tempfile.TemporaryDirectory() as folder:
    writer = FileSystemWriter(folder)
    saving = dcp.async_save({"weight": weight, "epoch": 3}, storage_writer=writer)  # <-
    weight.zero_()  # the next step
    saving.result()

    reader = FileSystemReader(folder)
    print(list(reader.read_metadata().state_dict_metadata))
    #> ['weight', 'epoch']
    state = {"weight": torch.empty(2, 2), "epoch": 0}
    dcp.load(state, storage_reader=reader)
print(weight.sum(), state["weight"].sum(), state["epoch"])
#> tensor(0.) tensor(4.) 3
dist.destroy_process_group()
