"""Cut off the head: a vector for each image.

Put `nn.Identity` in the place of the last layer. Vectors of all images are computed
once, then a small classifier learns from them: the fastest way to use a trained
network.

Attributes: Shapes
    images: (N, 3, 64, 64) float32
    vectors: (N, 512) float32
"""

import torch
from torch import nn
from torchvision import models

model = models.resnet18(weights=None)  # weights="DEFAULT" for trained ones
model.fc = nn.Identity()
model.eval()

images = torch.zeros(2, 3, 64, 64)
with torch.inference_mode():
    vectors = model(images)
print(vectors.shape)
#> torch.Size([2, 512])
