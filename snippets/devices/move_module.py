r"""model.to: move a model, in place.

Unlike a tensor's, a module's `to` changes the module itself and returns it. It moves
parameters and registered buffers; a tensor kept as a plain attribute stays behind. Make
the optimizer afterwards.

Attributes: Shapes
    model.weight: (2, 3) float32

Asked as:
    model to GPU; model.cuda(); net.to(device); load a network on the GPU; send a model
    back to the CPU; nn.Module to CUDA; move network parameters to the GPU; model =
    model.to(device), is the assignment needed or enough; does model.to(device) happen
    in place; optimizer before or after moving the model; which device is my model on,
    check that it is on the GPU; next(model.parameters()).device; plain tensor attribute
    of a module is not moved, stays on the CPU; self.mask is not moved with the network;
    still on CPU after model.to("cuda"); register_buffer to follow the device; put a
    neural network on the GPU, transfer it to the graphics card; is my model on the GPU
    or on the CPU
"""

import torch
from torch import nn

accelerator = torch.accelerator.current_accelerator(check_available=True)
device = accelerator or torch.device("cpu")
model = nn.Linear(3, 2)
model.scale = nn.Buffer(torch.ones(2))
moved = model.to(device)  # <-
print(moved is model)
#> True
print({p.device.type for p in model.parameters()} == {device.type})
#> True
print(model.scale.device.type == device.type)
#> True

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
