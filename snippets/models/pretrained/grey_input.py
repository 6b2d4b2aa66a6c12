"""Grey images into a colour network: repeat, or change conv1.

`v2.Grayscale(3)` before the usual Normalize keeps the trained weights as they are. A
new first convolution can start from the old one: its weights summed over the colours
give the output of three equal channels.

Attributes: Shapes
    grey: (N, 1, 64, 64) float32

Asked as:
    one channel input for ResNet; grayscale with a pretrained model; to have 3 channels,
    but got 1 channels instead; MNIST digits with a pretrained ImageNet model; one
    channel medical scans, X-ray or MRI, in a network trained on RGB; change in_channels
    of the first conv layer; in_chans=1; gray image to 3 channels for a pretrained
    network; black and white photos; sum of RGB weights; different number of input
    channels; model.conv1 = nn.Conv2d(1, 64, 7, 2, 3); network wants 3 channels, but my
    images have one; copy the gray channel three times; change conv1 of a ResNet and
    keep its pretrained weights
"""

import torch
from torch import nn
from torchvision import models
from torchvision.transforms import v2

torch.manual_seed(0)
model = models.resnet18(weights=None).eval()
grey = torch.rand(2, 1, 64, 64)
three = v2.Grayscale(3)(grey)  # <- (2, 3, 64, 64)
expected = model(three)

old = model.conv1
model.conv1 = nn.Conv2d(1, 64, kernel_size=7, stride=2, padding=3, bias=False)
with torch.no_grad():
    model.conv1.weight.copy_(old.weight.sum(dim=1, keepdim=True))
print(torch.allclose(model(grey), expected, atol=1e-4))
#> True
