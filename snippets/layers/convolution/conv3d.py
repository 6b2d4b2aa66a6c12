"""Conv3d: filters over a volume, or a film.

Input (N, C, D, H, W): depth or time comes before height. A kernel of (1, 3, 3) looks at
single frames.

Attributes: Shapes
    film: (N, 3, 8, 16, 16) float32
    y: (N, 4, 8, 16, 16) float32

Asked as:
    CNN for videos, convolve clips in space and time; 3d convolutional neural network
    for medical images, CT, MRI; CNN on volumetric data, voxels; tf.keras.layers.Conv3D;
    F.conv3d; action recognition in clips; order of time, height and width for video;
    NCDHW; spatiotemporal kernel; VolumetricConvolution; Expected 5-dimensional input
    for 5-dimensional weight; input shape of a 3d convolution; classify short films with
    convolutions; convolution over frames, height and width; 3d images, stacks of
    slices; depth dimension of a convolution; kernel over time only or space only
"""

import torch
import torch.nn.functional as F
from torch import nn

film = torch.zeros(1, 3, 8, 16, 16)
layer = nn.Conv3d(3, 4, kernel_size=3, padding=1)  # <-
y = layer(film)

print(layer.weight.shape)
#> torch.Size([4, 3, 3, 3, 3])
print(nn.Conv3d(3, 4, kernel_size=(1, 3, 3))(film).shape)
#> torch.Size([1, 4, 8, 14, 14])

print(F.conv3d(film, layer.weight, layer.bias, padding=1).equal(y))
#> True
