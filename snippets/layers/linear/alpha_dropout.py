"""AlphaDropout and FeatureAlphaDropout: dropout for SELU nets.

Dropped values become the negative limit of SELU, then all are scaled and shifted, so
that mean 0 and variance 1 are kept. `FeatureAlphaDropout` drops whole channels.

Attributes: Shapes
    x: (N, 50) float32, mean 0 and variance 1
    y: (N, 50) float32

Asked as:
    dropout for a self-normalizing neural network; dropout that keeps zero mean and unit
    variance; F.alpha_dropout; tf.keras.layers.AlphaDropout; F.feature_alpha_dropout;
    ordinary dropout changes the standard deviation; which dropout matches SELU, SNN;
    normal dropout breaks the self-normalization of SELU; dropout does not fit to SELU
    activations; mean and variance change after dropout; dropped values are not zero but
    negative
"""

import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
x = torch.randn(20_000, 50)
y = nn.AlphaDropout(p=0.3)(x)  # <-
print(f"{abs(y.mean()):.1f} {y.std():.1f}")
#> 0.0 1.0

plain = nn.Dropout(p=0.3)(x)
print(f"{abs(plain.mean()):.1f} {plain.std():.1f}")
#> 0.0 1.2

channels = nn.FeatureAlphaDropout(p=0.3)(torch.randn(2, 3, 4, 4)).flatten(2)
print((channels == channels[:, :, :1]).all(dim=2))  # the dropped ones
#> tensor([[ True, False,  True],
#>         [False,  True, False]])

print(F.alpha_dropout(x, p=0.3, training=False).equal(x))
#> True
print(F.feature_alpha_dropout(x[None], p=0.3, training=False).equal(x[None]))
#> True
