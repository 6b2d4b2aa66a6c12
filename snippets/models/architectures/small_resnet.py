"""A small residual net: for images of any size.

A stem, three stages that halve the size and double the channels, global average
pooling and a Linear layer. The pooling makes it independent of H and W, but batch norm
cannot train on a single image of 8 x 8 or less.

Attributes: Shapes
    images: (N, 3, H, W) float32
    logits: (N, 10) float32

Asked as:
    write a ResNet from scratch; resnet9 or resnet20 for CIFAR; complete code of a small
    ResNet to modify; resnet18 is too big for small images, mini or tiny version; CNN
    that accepts images of different sizes; CNN for arbitrary or variable image size;
    input size independent classifier; light residual CNN for tiny images, trained from
    zero; stem and stages; fully convolutional classifier with global pooling; CNN
    better than LeNet; resnet implementation by hand; global average pooling instead of
    a big linear layer; train a residual network on small images without torchvision;
    residual CNN for my own classes; build a network from residual blocks; my own ResNet
"""

import torch
from torch import nn


def conv(inputs, outputs, stride=1):
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, 3, stride, padding=1, bias=False),
        nn.BatchNorm2d(outputs),
    )


class Residual(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.path = nn.Sequential(
            conv(channels, channels), nn.ReLU(), conv(channels, channels)
        )

    def forward(self, x):
        return (x + self.path(x)).relu()


def stage(inputs, outputs):
    return [conv(inputs, outputs, stride=2), nn.ReLU(), Residual(outputs)]


model = nn.Sequential(
    *[conv(3, 16), nn.ReLU()],
    *[*stage(16, 32), *stage(32, 64), *stage(64, 128)],
    nn.AdaptiveAvgPool2d(1),
    nn.Flatten(),
    nn.Linear(128, 10),
)
images = torch.zeros(2, 3, 32, 40)
logits = model(images)  # <-
