r"""mean: the average.

For floats only: convert integers first (older versions raise RuntimeError). The mean of
nothing is `nan`. Of a batch of images, `mean(dim=(0, 2, 3))` is one number a channel.

Attributes: Shapes
    images: (N, C, H, W) float32
    channels: (C,) float32

Raises:
    NotImplementedError: `torch.arange(3).mean()` could not infer output dtype. Input
        dtype must be either a floating point or complex dtype. Got: Long
"""

import torch

images = torch.arange(24.0).reshape(2, 3, 2, 2)
channels = images.mean(dim=(0, 2, 3))
print(channels)
#> tensor([ 7.5000, 11.5000, 15.5000])
print(torch.arange(4).float().mean())
#> tensor(1.5000)
