"""register_buffer: state that is not trained.

Moves with `.to()` and is saved in `state_dict`, but gets no gradient: running means,
masks, a fixed position table. `persistent=False` leaves it out of `state_dict`. A plain
tensor attribute is neither moved nor saved.

Attributes: Shapes
    model.mean: (3, 1, 1) float32
    y: (N, 3, H, W) float32
"""

import torch
from torch import nn


class Normalise(nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer("mean", torch.full((3, 1, 1), 0.5))
        self.register_buffer("cache", torch.zeros(1), persistent=False)
        self.plain = torch.zeros(1)

    def forward(self, x):
        return x - self.mean


model = Normalise().double().float()
y = model(torch.ones(2, 3, 4, 5))
print(list(model.parameters()), list(model.state_dict()))
#> [] ['mean']
print([name for name, _ in model.named_buffers()])
#> ['mean', 'cache']
print(Normalise().double().plain.dtype)
#> torch.float32
