r"""Attempting to deserialize object on a CUDA device: saved on a GPU, none here.

A file remembers the device of each tensor, and `torch.load` asks for it. Here is no
GPU, or a build without CUDA, or fewer GPUs than where it was saved.
`map_location="cpu"` reads the tensors into the memory of the computer. If there should
be a GPU, ask [`is_available`](../devices/index.md#is_available) first; its name is
"cuda", not "gpu". Here the same error is raised for XPU, Intel's GPUs: the tag of the
device is forged. See also [`map_location`](../checkpoints/index.md#map_location).

Raises:
    RuntimeError: `torch.load(io.BytesIO(content))` Attempting to deserialize object on
        a XPU device but torch.xpu.is_available() is False.

Also worded:
    RuntimeError: Attempting to deserialize object on a CUDA device but
      torch.cuda.is_available() is False. If you are running on a CPU-only machine,
      please use torch.load with map_location=torch.device('cpu') to map your storages
      to the CPU.
    RuntimeError: Attempting to deserialize object on a CUDA device but
      torch.cuda.is_available() is False. If you are running on a CPU-only machine,
      please use torch.load with map_location='cpu' to map your storages to the CPU.
    RuntimeError: Attempting to deserialize object on CUDA device 1 but
      torch.cuda.device_count() is 1. Please use torch.load with map_location to map
      your storages to an existing device.
    RuntimeError: don't know how to restore data location of
      torch.storage.UntypedStorage (tagged with gpu)

Asked as:
    weights of a colleague's GPU do not open on my laptop; trained on Colab with a GPU,
    loading at home fails; map_location is missing in torch.load; checkpoint saved on
    the second GPU, only one here; model.to("cpu") comes too late, the load itself
    fails; pretrained file from a GPU on a Mac
"""

import io
from unittest import mock

import torch
from torch import nn

model = nn.Linear(2, 3)
file = io.BytesIO()
with mock.patch("torch.serialization.location_tag", return_value="xpu:0"):
    torch.save(model.state_dict(), file)  # as if the weights were on that GPU
content = file.getvalue()
try:
    torch.load(io.BytesIO(content))
except RuntimeError as error:
    print(str(error).split(" but ")[0])
    #> Attempting to deserialize object on a XPU device

# Read it into the memory of the computer.
state = torch.load(io.BytesIO(content), map_location="cpu")  # <-
print(state["bias"].device)
#> cpu
print(model.load_state_dict(state))
#> <All keys matched successfully>

# Or onto whatever device this machine has.
device = torch.accelerator.current_accelerator(check_available=True) or "cpu"
state = torch.load(io.BytesIO(content), map_location=device)
print(state["bias"].shape)
#> torch.Size([3])

# When saving: move the tensors to the CPU first.
on_cpu = {name: value.cpu() for name, value in model.state_dict().items()}
