"""Replace the head: as many outputs as there are new classes.

Read the width from the old layer, so that the line fits every size of the family;
[where the head is](../models/pretrained.md#heads_of_families) differs by family. First
load the old weights (`num_classes` and ImageNet weights do not go together), then
replace, then make the optimizer: one that was made earlier holds the old head, and the
new head stands still.

Attributes: Shapes
    logits: (2, 3) float32

Raises:
    ValueError: `models.resnet18(weights="DEFAULT", num_classes=3)` The parameter
        'num_classes' expected value 1000 but got 3 instead.

Asked as:
    change or replace the last layer of a resnet; set or change the number of classes of
    the last layer; resnet outputs 1000 values but I need 2; change the output size, the
    number of output classes; number of output classes of a pretrained torchvision
    model; pretrained resnet for my 5 categories, change the last layer; adapt an
    ImageNet net of 1000 classes to my own 3 classes; swap the classifier of a
    pretrained network; new classifier layer; modify the fc layer, new fully connected
    layer at the end; model.fc = nn.Linear(512, 2), new model.fc; num_ftrs =
    model.fc.in_features; model.classifier[-1]; in_features of the final layer;
    resnet18(pretrained=True, num_classes=10); num_labels, timm reset_classifier;
    swapped the output layer but it does not learn; optimizer made before the layer was
    changed; add a new class to a trained model; classifier head
"""

import torch
from torch import nn
from torchvision import models

model = models.resnet18(weights=None)
print(model.fc)
#> Linear(in_features=512, out_features=1000, bias=True)
model.fc = nn.Linear(model.fc.in_features, 3)  # <-
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
