"""mmap=True: read from the disk what is used, when it is used.

`torch.load` returns at once, whatever the size of the file, and processes of one
machine that map one file share its pages in memory. It takes a path, not an open file
or bytes, and the format that `torch.save` has written since 1.6. Writing into a tensor
changes this copy, not the file. Writing into the file shows in the tensors, and
`torch.save` of them onto it kills Python with a bus error: replace it by
[renaming](../checkpoints/index.md#atomic_write).

Attributes: Shapes
    rows: (2, 10) float32

Raises:
    ValueError: `torch.load(stream, mmap=True)` f must be a file path in
        order to use the mmap argument

Asked as:
    torch.load with mmap; memory-map a checkpoint; read a single layer from a large
    checkpoint file; open a 100 GB .pt file on a laptop; several workers read the same
    weights file; lazy loading of weights; page cache and torch.load; load only some
    tensors of a state_dict from disk; does torch.load read the whole file;
    torch.serialization.set_default_mmap_options; torch.UntypedStorage.from_file; mmap
    can only be used with files saved with _use_new_zipfile_serialization=True;
    memory-mapped weights changed on disk; load a checkpoint lazily; one copy of the
    weights in memory for several processes
"""

import io
import tempfile
from pathlib import Path

import torch

with tempfile.TemporaryDirectory() as folder:
    path = Path(folder, "model.pt")
    torch.save({"weight": torch.ones(1000, 10), "bias": torch.zeros(10)}, path)
    content = path.read_bytes()
    stream = io.BytesIO(content)  # cannot be mapped

    state = torch.load(path, map_location="cpu", mmap=True)  # <-
    rows = state["weight"][:2].clone()  # these are read
    state["weight"].zero_()
    print(state["weight"].sum(), path.read_bytes() == content)
    #> tensor(0.) True
print(rows.sum())
#> tensor(20.)
