r"""LocalResponseNorm: divide by the neighbouring channels.

From AlexNet; batch norm took its place. A strong channel damps the channels around it
at the same position. `size` $n$ counts the channels of the window, which ends at the
first and the last channel; for an even `size` it reaches one further down than up. The
sum is divided by $n$ at the edges as well. The older `CrossMapLRN2d` is no substitute:
it leaves channel 0 in the window of every channel.

$$y_c = \frac{x_c}{\left( k + \frac{\alpha}{n}
\sum_{j = c - \lfloor n / 2 \rfloor}^{c + \lfloor (n - 1) / 2 \rfloor} x_j^2
\right)^\beta}$$

Attributes: Shapes
    x: (N, C, L) float32
    y: (N, C, L) float32

Raises:
    ValueError: `norm(torch.ones(4, 3))` Expected 3D or higher dimensionality

Asked as:
    LRN layer; AlexNet normalization; F.local_response_norm;
    tf.nn.local_response_normalization; tf.nn.lrn; lateral inhibition; normalization
    across adjacent channels; SpatialCrossMapLRN; Caffe LRN; MATLAB
    crossChannelNormalizationLayer; what came before BatchNorm in old ImageNet nets;
    local response normalization of the 2012 paper; strong channels suppress their
    neighbours; brightness normalization across feature maps; norm layer of AlexNet and
    GoogLeNet; size, alpha, beta, k of LRN
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([1.0, 2.0, 0.0, 3.0]).view(1, 4, 1)
norm = nn.LocalResponseNorm(size=3, alpha=3.0, beta=1.0, k=1.0)  # <-
y = norm(x)
print(y.flatten())
#> tensor([0.1667, 0.3333, 0.0000, 0.3000])

# Channel 1 sees channels 0 to 2.
print(round(2 / (1 + 1 + 4 + 0), 4))
#> 0.3333

# Channel 3 sees channels 2 and 3: 3 / (1 + 0 + 9); the older layer adds channel 0.
old = nn.CrossMapLRN2d(size=3, alpha=3.0, beta=1.0, k=1.0)
print(old(x.unsqueeze(3)).flatten())
#> tensor([0.1667, 0.3333, 0.0000, 0.2727])

print(F.local_response_norm(x, size=3, alpha=3.0, beta=1.0, k=1.0).equal(y))
#> True
