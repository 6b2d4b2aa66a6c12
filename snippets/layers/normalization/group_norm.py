r"""GroupNorm: groups of channels within each sample.

For convolutional networks with small batches: a sample is normalized by itself. The C
channels are split, in order, into G groups; mean $\mu_g$ and biased variance
$\sigma_g^2$ are taken over a group's channels and positions, while `weight` $\gamma_c$
and `bias` $\beta_c$ belong to single channels. The number of groups comes first in the
call. One group per channel normalizes as instance norm, a single group as layer norm
over (C, H, W).

$$y = \frac{x - \mu_g}{\sqrt{\sigma_g^2 + \epsilon}} \gamma_c + \beta_c$$

Attributes: Shapes
    x: (N, C) float32
    images: (N, C, H, W) float32
    norm.weight: (C,) float32

Raises:
    ValueError: `nn.GroupNorm(3, 4)` num_channels (4) must be divisible by num_groups
        (3)

Asked as:
    normalization for small batch size, independent of batch size, convnets; alternative
    to batch norm when a batch has just one or two images; replace BatchNorm by
    GroupNorm; F.group_norm; num_groups=32; tf.keras.layers.GroupNormalization; norm in
    diffusion and detection models; order of num_groups and num_channels; divide
    channels into groups and normalize; batch norm fails because GPU memory allows only
    tiny batches; layer norm for conv feature maps; GroupNorm argument order; 32 groups
    as in a diffusion U-Net; batch size is too small for BatchNorm; normalization that
    works with batch size 1 in a CNN; how to choose the number of groups for the norm;
    norm for object detection and segmentation; normalization layer for small batches
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([[1.0, 3.0, 10.0, 30.0], [0.0, 8.0, 6.0, 4.0]])  # (2, 4)
norm = nn.GroupNorm(num_groups=2, num_channels=4)  # <-
print(norm(x).detach())
#> tensor([[-1.0000,  1.0000, -1.0000,  1.0000],
#>         [-1.0000,  1.0000,  1.0000, -1.0000]])

torch.manual_seed(0)
images = torch.randn(2, 4, 5, 6)
y = nn.GroupNorm(4, 4)(images)
print(torch.allclose(y, nn.InstanceNorm2d(4)(images), atol=1e-6))
#> True
y = nn.GroupNorm(1, 4)(images)
print(torch.allclose(y, nn.LayerNorm((4, 5, 6))(images), atol=1e-6))
#> True

print(torch.allclose(F.group_norm(x, num_groups=2), norm(x)))
#> True
