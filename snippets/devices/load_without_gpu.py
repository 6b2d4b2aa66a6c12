r"""map_location: load a checkpoint that was saved on a GPU.

A checkpoint remembers the device of each tensor. Loaded where there is none,
`torch.load` raises "Attempting to deserialize object on a CUDA device but
torch.cuda.is_available() is False". `map_location` says where to put the tensors;
`"cpu"` always works.
"""

import io

import torch
from torch import nn

accelerator = torch.accelerator.current_accelerator(check_available=True)
device = accelerator or torch.device("cpu")
file = io.BytesIO()
torch.save(nn.Linear(3, 2).to(device).state_dict(), file)

file.seek(0)
state = torch.load(file, map_location="cpu", weights_only=True)
print({name: tuple(value.shape) for name, value in state.items()})
#> {'weight': (2, 3), 'bias': (2,)}
print({value.device.type for value in state.values()} == {"cpu"})
#> True
