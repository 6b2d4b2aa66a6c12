r"""model.to: move a model, in place.

Unlike a tensor's, a module's `to` changes the module itself and returns it. It moves
parameters and registered buffers; a tensor kept as a plain attribute stays behind. Make
the optimizer afterwards.

Attributes: Shapes
    model.weight: (2, 3) float32
"""

import torch
from torch import nn

accelerator = torch.accelerator.current_accelerator(check_available=True)
device = accelerator or torch.device("cpu")
model = nn.Linear(3, 2)
model.register_buffer("scale", torch.ones(2))
print(model.to(device) is model)
#> True
print({p.device.type for p in model.parameters()} == {device.type})
#> True
print(model.scale.device.type == device.type)
#> True

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
