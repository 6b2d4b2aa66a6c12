"""A small residual net: any image size, any number of classes.

A stem, three stages that halve the size and double the channels, global average
pooling and one Linear layer. The pooling makes it independent of H and W.

Attributes: Shapes
    images: (N, 3, H, W) float32
    logits: (N, 10) float32
"""

import torch
from torch import nn


class Residual(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.path = nn.Sequential(
            nn.Conv2d(channels, channels, 3, padding=1, bias=False),
            nn.BatchNorm2d(channels),
            nn.ReLU(),
            nn.Conv2d(channels, channels, 3, padding=1, bias=False),
            nn.BatchNorm2d(channels),
        )

    def forward(self, x):
        return (x + self.path(x)).relu()


def stage(inputs, outputs):
    return [nn.Conv2d(inputs, outputs, 3, stride=2, padding=1), Residual(outputs)]


model = nn.Sequential(
    nn.Conv2d(3, 16, 3, padding=1),
    *[*stage(16, 32), *stage(32, 64), *stage(64, 128)],
    nn.AdaptiveAvgPool2d(1),
    nn.Flatten(),
    nn.Linear(128, 10),
)
images = torch.zeros(2, 3, 32, 40)
logits = model(images)
