"""safetensors: weights in a file that cannot hold code.

A `.safetensors` file is a header with names, shapes and dtypes, then the numbers. It
takes tensors and texts as metadata, nothing else; optimizer states and epochs go into a
checkpoint beside it. `safe_open` reads the header, then the tensor or the rows that are
asked for. Tensors that share memory, as tied weights do, are refused: `save_model`
leaves one of the names out, and `load_model` sets both. A tensor that is not
contiguous is refused too, as weights in `channels_last` are: save its `contiguous()`.

Attributes: Shapes
    rows: (2, 2) float32

Raises:
    RuntimeError: `save_file({"a": x, "b": x}, "tied.safetensors")` Some tensors share
        memory
    ValueError: `save_file({"t": torch.ones(2, 3).t()}, "t.safetensors")` You are trying
        to save a non contiguous tensor
    ValueError: `save_file({"epoch": 3}, "number.safetensors")` is invalid, expected
        torch.Tensor but received

Asked as:
    load a .safetensors file; save_file and load_file; model.safetensors from Hugging
    Face into a PyTorch model; safetensors or .pt; convert a .pth or .bin checkpoint to
    safetensors; safe_open, get_tensor, get_slice; read one tensor from a safetensors
    file; names and shapes in a safetensors file without loading; metadata in a
    safetensors file; Some tensors share memory, this will lead to duplicate memory on
    disk; save_model and load_model; is safetensors safer than pickle; zero-copy
    loading; safetensors.torch
"""
# needs: safetensors

import tempfile
from pathlib import Path

import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from torch import nn

model = nn.Linear(2, 3)
x = torch.ones(2)
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder, "model.safetensors")
    save_file(model.state_dict(), path, metadata={"epoch": "3"})
    state = load_file(path)  # <- on the CPU; device="cuda" loads to the GPU
    print(nn.Linear(2, 3).load_state_dict(state))
    #> <All keys matched successfully>

    with safe_open(path, framework="pt") as file:
        print(sorted(file.keys()), file.metadata())
        #> ['bias', 'weight'] {'epoch': '3'}
        rows = file.get_slice("weight")[:2]
print(torch.equal(rows, model.weight[:2]))
#> True
