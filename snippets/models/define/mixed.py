"""Sequential blocks inside a module: both together.

The usual way: stretches without branches are Sequential, what joins them is `forward`.
Here features and classifier, as in torchvision's VGG.

Attributes: Shapes
    images: (N, 3, H, W) float32
    logits: (N, 10) float32

Asked as:
    self.features and self.classifier; conv part and fully connected part; long forward
    with many layers, make it shorter; group layers into blocks; reuse blocks in a
    custom net; Sequential as an attribute of a class; convolutional feature extractor
    with classifier; structure like VGG or AlexNet; organise a CNN class; when to use
    Sequential and when a class; class with Sequential parts; forward is too long, put
    repeated layers together in one block; conv + relu + pool as one block; mix
    Sequential with custom forward code; split the network into two parts inside one
    class; how are torchvision's VGG classes organised
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
        x = self.features(images)  # <-
        return self.classifier(x.flatten(1))


images = torch.ones(2, 3, 16, 20)
logits = Net()(images)
print(logits.shape)
#> torch.Size([2, 10])
