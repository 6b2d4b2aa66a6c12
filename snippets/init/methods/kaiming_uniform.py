r"""kaiming_uniform_: uniform, for ReLU layers.

Also called He. `mode="fan_in"` (default) keeps the spread of activations, `"fan_out"`
that of gradients. Say the nonlinearity: the default is `leaky_relu` with slope `a=0`,
the same as `relu`; `nn.Linear` uses `a=sqrt(5)`, which is much smaller.

$$W \sim U(-b, b), \quad b = \text{gain} \cdot \sqrt{\frac{3}{\text{fan_in}}}$$

Attributes: Shapes
    weight: (fan_out, fan_in) float32

Raises:
    ValueError: `nn.init.kaiming_uniform_(weight, mode="fan")` not supported, please use
        one of

Asked as:
    he_uniform; tf.keras.initializers.HeUniform; He initialization;
    jax.nn.initializers.he_uniform; mode='fan_in' or 'fan_out';
    nonlinearity='leaky_relu' with slope a; kaiming bound sqrt(6 / fan_in);
    VarianceScaling with uniform distribution; Delving Deep into Rectifiers; uniform
    init for a rectifier net; argument a of the kaiming initializer; uniform weights for
    relu layers; He et al. with a uniform distribution; keep the variance of relu
    activations
"""

import math

import torch
from torch import nn

torch.manual_seed(0)
weight = torch.empty(200, 300)
nn.init.kaiming_uniform_(weight, nonlinearity="relu")  # <-

bound = math.sqrt(2) * math.sqrt(3 / 300)
print(round(bound, 4))
#> 0.1414
print(round(weight.abs().max().item(), 2))
#> 0.14
