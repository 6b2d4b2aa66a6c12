"""Replace the head: as many outputs as there are new classes.

Read the width from the old layer, so that the line fits every size of the family. Do it
after loading the old weights, before making the optimizer: an optimizer made earlier
holds the old head's parameters and trains nothing.

Attributes: Shapes
    logits: (2, 3) float32
"""

import torch
from torch import nn
from torchvision import models

model = models.resnet18(weights=None)
print(model.fc)
#> Linear(in_features=512, out_features=1000, bias=True)
model.fc = nn.Linear(model.fc.in_features, 3)
logits = model(torch.rand(2, 3, 64, 64))
print(logits.shape)
#> torch.Size([2, 3])

other = models.mobilenet_v3_small(weights=None)  # a head of several layers
other.classifier[-1] = nn.Linear(other.classifier[-1].in_features, 3)
print(other.eval()(torch.rand(2, 3, 64, 64)).shape)
#> torch.Size([2, 3])

# the mistake: the optimizer still holds the old head
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
model.fc = nn.Linear(model.fc.in_features, 5)
held = {id(p) for group in optimizer.param_groups for p in group["params"]}
print(id(model.fc.weight) in held)
#> False
