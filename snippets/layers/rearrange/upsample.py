"""Upsample and interpolate: a larger image.

By a factor or to a size. `nearest` repeats pixels, `bilinear` blends them (also
`linear`, `bicubic`, `trilinear`). `align_corners=True` aligns the centres of the corner
pixels; the default aligns their outer edges, as Pillow does. `nearest` rounds down;
what Pillow calls nearest is `nearest-exact`. `F.upsample`, `UpsamplingNearest2d` and
`UpsamplingBilinear2d` are deprecated.

Attributes: Shapes
    x: (1, 1, 1, 2) float32

Raises:
    ValueError: `nn.Upsample(scale_factor=2, mode="nearest", align_corners=True)(x)`
        align_corners option can only be set with the interpolating modes

Warns:
    UserWarning: `F.upsample(x, scale_factor=2)` `nn.functional.upsample` is deprecated.
        Use `nn.functional.interpolate` instead.

Asked as:
    F.interpolate; tf.image.resize, resize to a given size with nearest;
    tf.keras.layers.UpSampling2D; resize a tensor or a feature map; enlarge a batch of
    pictures on the GPU; bilinear interpolation of a batch of images; nearest neighbour
    upsampling; align_corners; make a feature map two times bigger without weights;
    scipy.ndimage.zoom; resize a batch of tensors, cv2.resize; bring feature maps to the
    same size in FPN or U-Net; stretch a signal in time; bicubic upscaling; double the
    resolution without parameters; interpolate to a size or scale_factor; interpolate a
    tensor; make a feature map twice as big inside a network; enlarge a feature map;
    upsampling layer
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([0.0, 4.0]).reshape(1, 1, 1, 2)
print(nn.Upsample(scale_factor=(1, 2), mode="nearest")(x))
#> tensor([[[[0., 0., 4., 4.]]]])
print(nn.Upsample(scale_factor=(1, 2), mode="bilinear")(x))
#> tensor([[[[0., 1., 3., 4.]]]])

row = torch.arange(6.0).reshape(1, 1, 6)
print(F.interpolate(row, size=3, mode="linear"))
#> tensor([[[0.5000, 2.5000, 4.5000]]])
print(F.interpolate(row, size=3, mode="linear", align_corners=True))
#> tensor([[[0.0000, 2.5000, 5.0000]]])

print(F.interpolate(x, size=(5, 7), mode="bilinear").shape)  # <-
#> torch.Size([1, 1, 5, 7])
print(nn.UpsamplingNearest2d(scale_factor=2)(x).shape)
#> torch.Size([1, 1, 2, 4])
print(nn.UpsamplingBilinear2d(size=(2, 4))(x).shape)  # aligns corners
#> torch.Size([1, 1, 2, 4])
