"""Flatten: an image as a row of numbers.

The layer for `Sequential`: it keeps dimension 0, the batch, and joins the others. In a
`forward`, [`x.flatten(1)`](../tensors/reshape.md#flatten) does the same;
`torch.flatten(x)` joins them all unless told `start_dim=1`.

Attributes: Shapes
    images: (N, 3, 4, 5) float32
    rows: (N, 60) float32

Asked as:
    tf.keras.layers.Flatten equivalent; flatten inside nn.Sequential; conv feature maps
    to a vector in a Sequential; 2d feature maps to 1d before the classification head;
    28x28 to 784; keep the batch dimension when flattening; layer in place of
    view(batch_size, -1); difference between nn.Flatten and torch.flatten; from 4d to 2d
    in a model; why did flatten swallow the batch; module version of flatten that leaves
    the batch alone; layer between the last pooling and the first Linear; reshape (64,
    1, 28, 28) to (64, 784) by a layer; image to vector layer before a dense layer;
    unroll feature maps into a row; start_dim and end_dim of nn.Flatten; flatten images
    for an MLP; reshape layer for a batch of images
"""

import torch
from torch import nn

images = torch.zeros(2, 3, 4, 5)
rows = nn.Flatten()(images)  # <-

print(nn.Flatten(start_dim=2)(images).shape)
#> torch.Size([2, 3, 20])
print(torch.flatten(images).shape, torch.flatten(images, 1).shape)
#> torch.Size([120]) torch.Size([2, 60])
