"""Freeze the backbone: train the head alone.

[Freezing](../finetune/index.md#freeze) for a model of torchvision. First freeze
everything, then make the new head, which is trainable by default. Give the optimizer
the head's parameters, and keep the frozen batch norm layers in eval mode.

Attributes: Shapes
    images: (N, 3, 64, 64) float32
"""

import torch
from torch import nn
from torchvision import models

model = models.resnet18(weights=None)  # weights="DEFAULT" for trained ones
model.requires_grad_(False)
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
