"""Replace the head: as many outputs as your classes.

Load the weights first, then put a new Linear in the place of the last one. With
`num_classes=5` and ImageNet weights the shapes do not fit, and loading fails.

Attributes: Shapes
    images: (N, 3, 64, 64) float32
    logits: (N, 5) float32

Raises:
    ValueError: `models.resnet18(weights="DEFAULT", num_classes=5)` The parameter
        'num_classes' expected value 1000 but got 5 instead.
"""

import torch
from torch import nn
from torchvision import models

model = models.resnet18(weights=None)  # weights="DEFAULT" for trained ones
print(model.fc)
#> Linear(in_features=512, out_features=1000, bias=True)

model.fc = nn.Linear(model.fc.in_features, 5)
images = torch.zeros(2, 3, 64, 64)
logits = model.eval()(images)
print(logits.shape)
#> torch.Size([2, 5])
