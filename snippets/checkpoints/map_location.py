"""map_location: load on this machine what another device saved.

A checkpoint remembers the device of its tensors. Without `map_location` a file saved
from a GPU asks for that GPU, and raises "Attempting to deserialize object on a CUDA
device but torch.cuda.is_available() is False" where there is none. `"cpu"` works on any
machine: `load_state_dict` copies into the model wherever it lives. `"meta"` gives
shapes without reading the data; `mmap=True` reads from the disk what is used.

Asked as:
    load model on cpu; load a GPU checkpoint on a computer without CUDA; trained on GPU,
    predict on CPU; somebody sent me a pth trained on cuda, I only have a cpu; model of
    a GPU server, open it on a laptop without GPU; move a model to another computer,
    open a checkpoint there; weights from the cluster do not open at home; gpu model on
    a pc without cuda, load to another device; saved on cuda:3, only one card here;
    cuda:1 file onto cuda:0; torch.load(path, map_location=torch.device("cpu"));
    map_location=lambda storage, loc: storage; Attempting to deserialize object on CUDA
    device 2 but torch.cuda.device_count() is 1; torch.load uses GPU memory; mmap=True;
    load a huge file without filling the RAM; memory-mapped loading; list tensor shapes
    in a checkpoint without reading it
"""

import tempfile
from pathlib import Path

import torch

with tempfile.TemporaryDirectory() as folder:
    path = Path(folder, "model.pt")
    torch.save({"weight": torch.ones(2)}, path)
    on_cpu = torch.load(path, map_location="cpu")  # <-
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
