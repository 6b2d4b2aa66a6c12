"""LeNet: the classic convolutional net for 32 x 32 images.

Two convolutions with pooling, three Linear layers, after LeNet-5 of 1998 with ReLU in
place of its squashing. It has 5 layers with weights, and so 10 parameter tensors. For
28 x 28 MNIST take `channels=1` and set `padding=2` in the first convolution.

Attributes: Shapes
    images: (N, C, 32, 32) float32
    logits: (N, 10) float32

Asked as:
    CNN for MNIST; simple or small CNN example for image classification; LeNet-5;
    network of Yann LeCun; convnet from scratch; two conv layers and three fully
    connected layers; CNN with max pooling and fc layers; LeNet implementation, small
    CNN for color images; 16 * 5 * 5; self.fc1 = nn.Linear(16 * 5 * 5, 120); network of
    the CIFAR-10 tutorial; basic convnet to start with, which layers; digit recognition
    network; conv pool conv pool; small conv net for black and white 28x28 digits; first
    convolutional neural network; CNN tutorial; small convnet for handwritten digits;
    convolutional neural network; simple CNN; CNN; write a CNN
"""

import torch
import torch.nn.functional as F
from torch import nn


class LeNet(nn.Module):
    def __init__(self, channels=3, classes=10):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, 6, kernel_size=5)
        self.conv2 = nn.Conv2d(6, 16, kernel_size=5)
        self.fc1 = nn.Linear(16 * 5 * 5, 120)
        self.fc2 = nn.Linear(120, 84)
        self.fc3 = nn.Linear(84, classes)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)  # <- (4, 6, 14, 14)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)  # (4, 16, 5, 5)
        x = F.relu(self.fc1(x.flatten(1)))  # (4, 120)
        x = F.relu(self.fc2(x))
        return self.fc3(x)


model = LeNet()
images = torch.zeros(4, 3, 32, 32)
logits = model(images)
print(len(list(model.parameters())), sum(p.numel() for p in model.parameters()))
#> 10 62006
