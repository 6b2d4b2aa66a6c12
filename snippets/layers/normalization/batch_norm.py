r"""BatchNorm2d: each channel to mean 0 and variance 1 over the batch.

Goes between a convolution and its activation; the convolution needs no bias then
(`bias=False`). In training, mean $\mu_c$ and biased variance $\sigma_c^2$ of channel
$c$ are taken over N, H and W; `weight` $\gamma_c$ and `bias` $\beta_c$ are learned. A
channel needs more than one value then: one image has them, a last row of (1, C) does
not (`drop_last=True`).

$$y = \frac{x - \mu_c}{\sqrt{\sigma_c^2 + \epsilon}} \gamma_c + \beta_c$$

Attributes: Shapes
    x: (N, C, H, W) float32, images
    y: (N, C, H, W) float32
    bn.weight: (C,) float32, starts at 1
    bn.bias: (C,) float32, starts at 0

Raises:
    ValueError: `bn(torch.ones(1, 3, 1, 1))` Expected more than 1 value per channel when
        training
    ValueError: `bn(x[0])` expected 4D input (got 3D input)
    RuntimeError: `nn.BatchNorm2d(4)(x)` running_mean should contain 3 elements not 4

Asked as:
    how does batch normalization work; tf.keras.layers.BatchNormalization; F.batch_norm;
    internal covariate shift; normalize the inputs of each layer in a convnet; norm
    before or after relu; gamma and beta; conv bias=False before batchnorm; error with a
    batch of size one; num_features, number of channels of BatchNorm2d; train a deep CNN
    faster and more stably; learned scale and shift; bn layer between conv and relu;
    expected 4D input (got 2D input); normalize each channel over the batch; add
    BatchNorm to a CNN; what are weight and bias in BatchNorm2d; batch norm for images;
    batch normalization layer
"""

import torch
from torch import nn

x = torch.tensor(
    [
        [[[1.0, 3.0]], [[10.0, 30.0]], [[0.0, 0.0]]],
        [[[1.0, 3.0]], [[20.0, 40.0]], [[0.0, 0.0]]],
    ]
)  # (2, 3, 1, 2)
bn = nn.BatchNorm2d(3)  # <- the number of channels
y = bn(x).detach()

print(x.mean(dim=(0, 2, 3)))
#> tensor([ 2., 25.,  0.])
print(y[:, 0])
#> tensor([[[-1.0000,  1.0000]],
#>
#>         [[-1.0000,  1.0000]]])
print(y[:, 1])
#> tensor([[[-1.3416,  0.4472]],
#>
#>         [[-0.4472,  1.3416]]])

# A constant channel has variance 0: eps keeps 0 / 0 away.
print(y[:, 2])
#> tensor([[[0., 0.]],
#>
#>         [[0., 0.]]])
