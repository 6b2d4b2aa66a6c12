"""map_location: load on this machine what another device saved.

A checkpoint remembers the device of each tensor. Without `map_location` a file saved
from a GPU asks for that GPU, and raises "Attempting to deserialize object on a CUDA
device but torch.cuda.is_available() is False" where there is none. `"cpu"` is always
right: then `load_state_dict` copies into the model wherever it lives. `"meta"` gives
shapes without reading the data; `mmap=True` reads from the disk only what is used.
"""

import tempfile
from pathlib import Path

import torch

with tempfile.TemporaryDirectory() as folder:
    path = Path(folder, "model.pt")
    torch.save({"weight": torch.ones(2)}, path)
    on_cpu = torch.load(path, map_location="cpu")
    print(on_cpu["weight"].device)
    #> cpu

    shapes = torch.load(path, map_location="meta")
    print(shapes["weight"].shape, shapes["weight"].device)
    #> torch.Size([2]) meta

    # how a file from "cuda:1" comes to the first GPU:
    # torch.load(path, map_location={"cuda:1": "cuda:0"})
    mapped = torch.load(path, map_location="cpu", mmap=True)
    print(mapped["weight"])
    #> tensor([1., 1.])
    del mapped  # closes the file
