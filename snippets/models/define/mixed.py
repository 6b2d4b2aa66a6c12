"""Sequential blocks inside a module: both together.

The usual way: stretches without branches are Sequential, what joins them is `forward`.
Here features and classifier, as in torchvision's models.

Attributes: Shapes
    images: (N, 3, H, W) float32
    logits: (N, 10) float32
"""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, classes=10):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 8, kernel_size=3, padding=1),
            nn.ReLU(),
            nn.AdaptiveAvgPool2d(1),
        )
        self.classifier = nn.Linear(8, classes)

    def forward(self, images):
        x = self.features(images)
        return self.classifier(x.flatten(1))


images = torch.ones(2, 3, 16, 20)
logits = Net()(images)
print(logits.shape)
#> torch.Size([2, 10])
