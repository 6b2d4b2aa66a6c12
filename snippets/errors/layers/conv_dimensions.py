r"""Expected 3D or 4D input to conv2d: an axis is missing, or one too many.

A convolution reads (N, C, H, W), or (C, H, W) for one picture. Usual causes: a grey
picture without a channel, (H, W); pictures that were flattened to rows, (N, features),
before the convolution; one axis too many, a second `unsqueeze(0)` or several frames per
sample. A batch of grey pictures (N, H, W) passes this check and is taken for one
picture of N channels. conv1d counts one axis less, conv3d one more. See
[Conv2d](../layers/convolution.md#conv2d).

Raises:
    RuntimeError: `layer(torch.zeros(28, 28))`
        Expected 3D (unbatched) or 4D (batched) input to conv2d, but got input of size:
        [28, 28]

Also worded:
    RuntimeError: Expected 3D (unbatched) or 4D (batched) input to conv2d, but got input
      of size: [1, 1, 3, 224, 224]
    RuntimeError: Expected 2D (unbatched) or 3D (batched) input to conv1d, but got input
      of size: [32, 1, 1, 100]
    RuntimeError: Expected 4D (unbatched) or 5D (batched) input to conv3d, but got input
      of size: [3, 16, 16]
    RuntimeError: Expected 3D (unbatched) or 4D (batched) input to conv_transpose2d, but
      got input of size: [64, 100]
    RuntimeError: Expected 4-dimensional input for 4-dimensional weight [64, 3, 7, 7],
      but got 3-dimensional input of size [3, 224, 224] instead
    RuntimeError: Expected 4-dimensional input for 4-dimensional weight 64 3 7 7, but
      got 3-dimensional input of size [3, 224, 224] instead
    RuntimeError: Expected 3-dimensional input for 3-dimensional weight [16, 1, 3], but
      got 2-dimensional input of size [32, 100] instead

Asked as:
    conv layer after a linear layer, wrong number of dimensions; unsqueeze called twice
    before the model; noise vector into ConvTranspose2d of a GAN; old error about
    4-dimensional weight and 3-dimensional input; conv1d input needs three axes; grey
    images (N, 28, 28) taken for one picture of N channels
"""

import textwrap

import torch
from torch import nn

layer = nn.Conv2d(1, 6, kernel_size=3)
x = torch.zeros(28, 28)
try:
    layer(x)
except RuntimeError as error:
    print(textwrap.fill(str(error), 80))
    #> Expected 3D (unbatched) or 4D (batched) input to conv2d, but got input of size:
    #> [28, 28]

# One grey picture: add the batch and the channel.
print(layer(x[None, None]).shape)  # <-
#> torch.Size([1, 6, 26, 26])

# A batch of grey pictures, (N, H, W): add the channel only.
print(layer(torch.zeros(4, 28, 28).unsqueeze(1)).shape)
#> torch.Size([4, 6, 26, 26])

# Rows, (N, H * W): give them their shape back.
print(layer(torch.zeros(4, 784).view(-1, 1, 28, 28)).shape)
#> torch.Size([4, 6, 26, 26])

# Several pictures for each sample, (N, T, C, H, W): one batch of N * T pictures.
frames = torch.zeros(4, 5, 1, 28, 28)
y = layer(frames.flatten(0, 1)).unflatten(0, (4, 5))
print(y.shape)
#> torch.Size([4, 5, 6, 26, 26])
