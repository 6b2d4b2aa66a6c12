"""memory snapshot: which line allocated what, and when.

Record, run a few steps, dump, stop. `pytorch.org/memory_viz` draws the file in the
browser: memory over time, each block with its stack. A step that fails is in it too:
dump in the `except` block. Recording needs a GPU. Without one `_dump_snapshot` writes a
file in which nothing was allocated.

Asked as:
    torch.cuda.memory._record_memory_history; torch.cuda.memory._dump_snapshot;
    torch.cuda.memory_snapshot; memory_viz, snapshot.pickle; where does the GPU memory
    go, over time; find a memory leak on the GPU; profile GPU memory; which layer
    allocates most; memory timeline; export_memory_timeline; what is on the GPU when it
    runs out; visualise CUDA memory; stack trace of every allocation; memory profiler
    for PyTorch
"""
# needs: cuda

import pickle
import tempfile
from pathlib import Path

import torch

torch.cuda.memory._record_memory_history(max_entries=100_000)  # <-
x = torch.ones(1024, 1024, device="cuda")
del x
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder, "snapshot.pickle")
    torch.cuda.memory._dump_snapshot(str(path))
    snapshot = pickle.loads(path.read_bytes())
torch.cuda.memory._record_memory_history(enabled=None)  # stop

(trace, *_) = snapshot["device_traces"]
print([event["action"] for event in trace if event["size"] == 4 * 2**20][:2])
#> ['alloc', 'free_requested']
