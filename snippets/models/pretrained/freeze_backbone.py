"""Freeze the backbone: train the head alone.

[Freezing](../finetune/index.md#freeze) for a model of torchvision. First freeze
everything, then make the new head, which is trainable by default. Give the optimizer
the head's parameters, and keep the frozen batch norm layers in eval mode.

Attributes: Shapes
    images: (N, 3, 64, 64) float32

Asked as:
    base_model.trainable = False; ConvNet as fixed feature extractor; give only the last
    layer to the optimizer; freeze pretrained layers of a torchvision ResNet; freeze all
    layers except the final one; batch norm of a frozen ResNet; ResNet for my own
    classes, train only the last layer; transfer learning with resnet18, only the
    classifier learns; keep pretrained weights fixed, learn just the classifier; small
    data set, train only the new layer; train the classifier head only, all else frozen;
    fixed feature extractor, fine tuning only the head; use a trained ResNet for my
    classes with few images; which parameters go to the optimizer when the rest is
    frozen; fine tuning on few pictures, everything frozen but the new fc; lock the
    pretrained backbone; train only the last layer of a pretrained network, keep the
    others from changing
"""

import torch
from torch import nn
from torchvision import models

model = models.resnet18(weights=None)  # weights="DEFAULT" for trained ones
model.requires_grad_(False)  # <-
model.fc = nn.Linear(model.fc.in_features, 5)

optimizer = torch.optim.SGD(model.fc.parameters(), lr=0.01)
trainable = sum(p.numel() for p in model.parameters() if p.requires_grad)
print(trainable, 512 * 5 + 5)
#> 2565 2565

model.eval()  # batch norm of the backbone
model.fc.train()
images = torch.zeros(2, 3, 64, 64)
model(images).sum().backward()
print(model.conv1.weight.grad is None, model.fc.weight.grad.shape)
#> True torch.Size([5, 512])
