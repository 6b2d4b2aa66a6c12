"""convert_conv2d_weight_memory_format: channels last for convolutions alone.

Weights of other layers, of four dimensions too, keep their format.

Asked as:
    convert only conv weights to channels_last; convert_conv3d_weight_memory_format;
    NHWC weights; memory format of convolution weights; channels_last for some layers;
    model.to(memory_format) for convolutions only; channels_last_3d; layout of conv
    kernels in memory; tensor cores want NHWC weights; does a ConvTranspose2d weight
    change its format; channels last without touching other 4d parameters
"""

import torch
from torch import nn

model = nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU(), nn.Conv2d(8, 4, 3))
model = nn.utils.convert_conv2d_weight_memory_format(model, torch.channels_last)  # <-
print(model[0].weight.stride(), model[0].weight.shape)
#> (27, 1, 9, 3) torch.Size([8, 3, 3, 3])

film = nn.utils.convert_conv3d_weight_memory_format(
    nn.Conv3d(3, 8, 3), torch.channels_last_3d
)
print(film.weight.is_contiguous(memory_format=torch.channels_last_3d))
#> True
