r"""F.upsample_bilinear: interpolate with aligned corners.

`F.upsample` is `F.interpolate`, argument by argument. `F.upsample_bilinear` aligns the
corners, and `F.interpolate` does not unless it is told to: after a change of the name
alone the numbers differ. The layers are in [Upsample and
interpolate](../layers/rearrange.md#upsample).

Warns:
    UserWarning: `F.upsample(x, scale_factor=2)` `nn.functional.upsample` is deprecated.
        Use `nn.functional.interpolate` instead.
    UserWarning: `F.upsample_bilinear(x, scale_factor=2)`
        `nn.functional.upsample_bilinear` is deprecated. Use `nn.functional.interpolate`
        instead.
    UserWarning: `F.upsample_nearest(x, scale_factor=2)`
        `nn.functional.upsample_nearest` is deprecated. Use `nn.functional.interpolate`
        instead.

Asked as:
    F.upsample is deprecated; F.upsample(x, scale_factor=2, mode='bilinear');
    F.upsample_nearest(x, scale_factor=2); segmentation output shifted after upsample
    was replaced; nn.functional.upsample_bilinear; F.upsample to F.interpolate; old
    U-Net code upsamples with align_corners; nn.UpsamplingBilinear2d is deprecated;
    F.upsample; F.upsample_nearest; F.upsample_bilinear
"""

import warnings

import torch
import torch.nn.functional as F

x = torch.tensor([[[[0.0, 4.0], [8.0, 12.0]]]])
with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # they are listed below
    old = F.upsample_bilinear(x, scale_factor=2)
    nearest = F.upsample(x, scale_factor=2)
print(torch.equal(nearest, F.interpolate(x, scale_factor=2)))
#> True

new = F.interpolate(x, scale_factor=2, mode="bilinear", align_corners=True)  # <-
print(torch.equal(old, new))
#> True
print(old[0, 0, 0])
#> tensor([0.0000, 1.3333, 2.6667, 4.0000])
print(F.interpolate(x, scale_factor=2, mode="bilinear")[0, 0, 0])
#> tensor([0., 1., 3., 4.])
