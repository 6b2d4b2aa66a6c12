"""Forgotten batch dimension: one image is a batch of one.

`unsqueeze(0)` before the model, `[0]` after it. A convolution takes (C, H, W) without a
batch too, but `Flatten` then mixes channels and batch, and the error comes later.

Attributes: Shapes
    image: (1, 8, 8) float32
    logits: (1, 10) float32

Raises:
    RuntimeError: `model(image)` mat1 and mat2 shapes cannot be multiplied (4x36 and
        144x10)
"""

import torch
from torch import nn

model = nn.Sequential(nn.Conv2d(1, 4, kernel_size=3), nn.Flatten(), nn.Linear(144, 10))
model.eval()
image = torch.ones(1, 8, 8)

with torch.no_grad():
    logits = model(image.unsqueeze(0))
print(logits.shape, logits[0].argmax().shape)
#> torch.Size([1, 10]) torch.Size([])
