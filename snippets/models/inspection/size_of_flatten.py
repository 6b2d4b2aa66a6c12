"""Size after the convolutions: ask the model.

The first Linear needs C * H * W of what comes before. Send one input through, on the
meta device at no cost, or let `LazyLinear` find it at the first call.

Attributes: Shapes
    x: (1, 3, 32, 32) float32
    features: (1, 400) float32

Raises:
    RuntimeError: `nn.Sequential(convolutions, nn.Linear(576, 10))(x)` mat1 and mat2
        shapes cannot be multiplied (1x400 and 576x10)
"""

import torch
from torch import nn

convolutions = nn.Sequential(
    nn.Conv2d(3, 6, kernel_size=5),
    nn.MaxPool2d(2),
    nn.Conv2d(6, 16, kernel_size=5),
    nn.MaxPool2d(2),
    nn.Flatten(),
)
x = torch.zeros(1, 3, 32, 32)
features = convolutions(x)
print(features.shape[1])
#> 400

with torch.device("meta"):
    size = nn.Conv2d(3, 6, 5)(torch.empty(1, 3, 32, 32)).shape
print(size)
#> torch.Size([1, 6, 28, 28])

model = nn.Sequential(convolutions, nn.LazyLinear(10))
print(model(x).shape, model[1].in_features)
#> torch.Size([1, 10]) 400
