r"""kaiming_normal_: normal, for ReLU layers.

The usual choice for convolutions in front of ReLU, with `mode="fan_out"` in residual
networks.

$$W \sim N(0, \sigma^2), \quad \sigma = \frac{\text{gain}}{\sqrt{\text{fan_mode}}}$$

Attributes: Shapes
    weight: (fan_out, fan_in) float32

Asked as:
    he_normal; tf.keras.initializers.HeNormal; MSRA initialization; msra filler of
    Caffe; ResNet weight init; initialise conv weights of a CNN; mode='fan_out',
    nonlinearity='relu'; np.random.randn(n) * np.sqrt(2 / n); kaiming_normal_ or
    kaiming_uniform_; best initialization for relu networks;
    jax.nn.initializers.he_normal; gaussian with std sqrt(2 / fan_in); He et al.,
    gaussian weights for rectifiers; kaiming init for conv2d, mode fan_out; weights for
    layers before a relu; gaussian he init; init of convolutions in torchvision;
    vanishing signal in a relu net, better init; right way to initialise weights when
    the activation is ReLU
"""

import math

import torch
from torch import nn

torch.manual_seed(0)
weight = torch.empty(200, 300)
nn.init.kaiming_normal_(weight, nonlinearity="relu")  # <-
print(round(math.sqrt(2 / 300), 3), round(weight.std().item(), 3))
#> 0.082 0.082

nn.init.kaiming_normal_(weight, mode="fan_out", nonlinearity="relu")
print(round(math.sqrt(2 / 200), 3), round(weight.std().item(), 3))
#> 0.1 0.1
