"""children and modules: one level, or all.

`children()` gives the direct parts, `modules()` the model itself and everything below.
With names: `named_children`, `named_modules`. Pick layers by `isinstance`.

Attributes: Shapes
    x: (N, 2) float32

Asked as:
    loop over all layers of the network; model.layers; find all layers of a type, get
    all Linear or conv layers; replace a layer in a pretrained model; replace all
    BatchNorm or ReLU layers in an existing network; named_modules; named_children;
    difference between children and modules; iterate through all layers including the
    nested ones; isinstance(m, nn.Conv2d); get the first or last layer; iterate over
    layers; list all conv layers of my net; change an existing model, exchange one of
    its layers; go through the layers one by one; for layer in model; change every ReLU
    for another activation, loop and replace; insert a layer into a pretrained model
"""

import torch
from torch import nn

block = nn.Sequential(nn.Linear(2, 2), nn.ReLU())
model = nn.Sequential(block, nn.Linear(2, 1))
x = torch.ones(1, 2)

print([name for name, _ in model.named_children()])
#> ['0', '1']
print([name for name, _ in model.named_modules()])  # <-
#> ['', '0', '0.0', '0.1', '1']

linears = [n for n, m in model.named_modules() if isinstance(m, nn.Linear)]
print(linears)
#> ['0.0', '1']

model[1] = nn.Identity()  # replace a part
print(model(x).shape)
#> torch.Size([1, 2])
