"""register_forward_hook: what a layer puts out.

The function gets module, inputs and output after each forward pass; what it returns
takes the place of the output. `register_forward_pre_hook` runs before. Keep the handle
and remove it.

Attributes: Shapes
    images: (N, 1, 8, 8) float32
    features: (N, 4, 6, 6) float32
"""

import torch
from torch import nn

model = nn.Sequential(nn.Conv2d(1, 4, 3), nn.ReLU(), nn.Flatten(), nn.Linear(144, 2))
images = torch.ones(2, 1, 8, 8)
kept = {}


def keep(module, args, output):
    kept["conv"] = output.detach()


handle = model[0].register_forward_hook(keep)
model(images)
handle.remove()
features = kept["conv"]
print(features.shape)
#> torch.Size([2, 4, 6, 6])

double = model[0].register_forward_pre_hook(lambda module, args: (args[0] * 2,))
model(images)
double.remove()
