r"""InstanceNorm1d, InstanceNorm2d, InstanceNorm3d: each channel of each sample.

From style transfer: takes contrast and brightness out of each channel of each image.
Mean and biased variance are over the positions, in eval mode too (unless
`track_running_stats=True`). By default it has no learned weights, and a wrong number of
channels warns; with `affine=True` it has them, and a wrong number raises.

$$y = \frac{x - \mu_{n, c}}{\sqrt{\sigma_{n, c}^2 + \epsilon}} \gamma_c + \beta_c$$

Attributes: Shapes
    sequence: (N, C, L) float32
    images: (N, C, H, W) float32
    volume: (N, C, D, H, W) float32

Raises:
    ValueError: `nn.InstanceNorm2d(2)(torch.ones(4, 2, 1, 1))` Expected more than 1
        spatial element when training
    ValueError: `nn.InstanceNorm2d(5, affine=True)(images)` expected input's size at
        dim=1 to match num_features (5), but got: 2.

Warns:
    UserWarning: `nn.InstanceNorm2d(5)(images)` input's size at dim=1 does not match
        num_features

Asked as:
    style transfer normalization; contrast normalization; F.instance_norm; norm layer of
    style transfer, CycleGAN and pix2pix; tfa.layers.InstanceNormalization; normalize
    each image and channel on its own; remove brightness and contrast from pictures;
    mean and std per image and channel; affine=True; why has InstanceNorm no weight and
    bias; does InstanceNorm change in eval mode; per-image normalization in a
    stylization network; no learnable weights by default; norm in image-to-image
    generators; style of an image removed by normalizing; InstanceNorm vs BatchNorm
"""

import torch
import torch.nn.functional as F
from torch import nn

sequence = torch.tensor([[[1.0, 3.0, 1.0, 3.0], [10.0, 10.0, 30.0, 30.0]]])
norm = nn.InstanceNorm1d(2)
print(norm(sequence))
#> tensor([[[-1.0000,  1.0000, -1.0000,  1.0000],
#>          [-1.0000, -1.0000,  1.0000,  1.0000]]])
print(norm.weight, norm.running_mean)
#> None None

images = sequence.unsqueeze(2).expand(1, 2, 5, 4)
y = nn.InstanceNorm2d(2, affine=True)(images)  # <- (1, 2, 5, 4)
print(y[0, 1, 0].detach())
#> tensor([-1.0000, -1.0000,  1.0000,  1.0000])

volume = images.unsqueeze(2)
y = nn.InstanceNorm3d(2)(volume)  # (1, 2, 1, 5, 4)

print(F.instance_norm(sequence).equal(norm(sequence)))
#> True
