"""AdaptiveAvgPool1d, 2d, 3d: the output size you name.

With size 1 it is the mean of each channel: global average pooling, which lets a network
take images of any size. Window i covers floor(i * L / n) to ceil((i + 1) * L / n).

Attributes: Shapes
    images: (N, C, H, W) float32
    vectors: (N, C, 1, 1) float32

Asked as:
    global average pooling; tf.keras.layers.GlobalAveragePooling2D;
    F.adaptive_avg_pool2d; AdaptiveAvgPool2d((1, 1)); CNN that takes images of different
    size before a linear layer; feature map to one vector by averaging; GAP layer;
    average over all spatial positions, height and width; pooling to a fixed output
    size; average over time steps; pooled output always 7x7; network that does not
    depend on the picture size; what comes before the last fully connected layer in
    ResNet; squeeze each feature map to one number by averaging; last pooling layer of a
    ResNet; pool a feature map to 1x1 for the classifier; make a model accept variable
    image sizes; from (N, C, H, W) to (N, C); shrink a feature map to 1x1 no matter how
    big the input is; adaptive pooling; global pooling; no fixed input size
"""

import torch
import torch.nn.functional as F
from torch import nn

images = torch.arange(48.0).reshape(1, 2, 4, 6)
vectors = nn.AdaptiveAvgPool2d(1)(images)  # <-
print(vectors.flatten(1), images.mean(dim=(2, 3)))
#> tensor([[11.5000, 35.5000]]) tensor([[11.5000, 35.5000]])

print(nn.AdaptiveAvgPool2d((2, None))(images).shape)
#> torch.Size([1, 2, 2, 6])
print(nn.AdaptiveAvgPool1d(2)(torch.tensor([[[1.0, 2.0, 3.0, 4.0, 5.0]]])))
#> tensor([[[2., 4.]]])
print(nn.AdaptiveAvgPool3d(2)(torch.zeros(1, 2, 8, 6, 4)).shape)
#> torch.Size([1, 2, 2, 2, 2])

print(F.adaptive_avg_pool2d(images, 1).equal(vectors))
#> True
print(F.adaptive_avg_pool1d(images[0], 3).shape)
#> torch.Size([2, 4, 3])
print(F.adaptive_avg_pool3d(torch.zeros(1, 2, 8, 6, 4), (1, None, 2)).shape)
#> torch.Size([1, 2, 1, 6, 2])
