"""PixelShuffle and PixelUnshuffle: channels to pixels, and back.

r * r channels become one of r times the height and width: super-resolution nets end so.
No value is changed.

Attributes: Shapes
    x: (N, 4, 1, 2) float32
    y: (N, 1, 2, 4) float32

Raises:
    RuntimeError: `nn.PixelShuffle(3)(x)` pixel_shuffle expects its input's 'channel'
        dimension to be divisible by the square of upscale_factor

Asked as:
    sub-pixel convolution; depth to space; space to depth; tf.nn.depth_to_space;
    F.pixel_shuffle; super-resolution upsampling layer; ESPCN; einops rearrange (c r1
    r2) h w; move 2x2 blocks into the depth; upscale without interpolation; downsample
    without losing information; rearrange (N, C*4, H, W) to (N, C, 2H, 2W);
    PixelUnshuffle, fold pixels into channels; last layer of a super-resolution net;
    higher resolution from more channels; upscale_factor
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.arange(8.0).reshape(1, 4, 1, 2)
y = nn.PixelShuffle(upscale_factor=2)(x)  # <-
print(x[0, :, 0])
#> tensor([[0., 1.],
#>         [2., 3.],
#>         [4., 5.],
#>         [6., 7.]])
print(y[0, 0])
#> tensor([[0., 2., 1., 3.],
#>         [4., 6., 5., 7.]])
print(nn.PixelUnshuffle(downscale_factor=2)(y).equal(x))
#> True

print(F.pixel_shuffle(x, 2).equal(y), F.pixel_unshuffle(y, 2).equal(x))
#> True True
