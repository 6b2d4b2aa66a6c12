r"""Mish: x times tanh of softplus.

Close to SiLU; used in YOLOv4. Minimum -0.309 near x = -1.19.

$$\text{Mish}(x) = x \tanh(\ln(1 + e^x))$$

Attributes: Shapes
    x: (N,) float32
    y: (N,) float32, in [-0.309, inf)

Asked as:
    YOLOv4 activation; F.mish; tfa.activations.mish; keras.activations.mish; self
    regularized non-monotonic activation; swish or mish; x * torch.tanh(F.softplus(x));
    jax.nn.mish; mish or relu; smooth non-monotonic activation; YOLO activation besides
    SiLU
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([-2.0, -1.0, 0.0, 1.0, 2.0])

activation = nn.Mish()  # <-
y = activation(x)
print(y)
#> tensor([-0.2525, -0.3034,  0.0000,  0.8651,  1.9440])
print(F.mish(x).equal(y))  # the functional form
#> True
print(torch.allclose(y, x * torch.tanh(F.softplus(x))))
#> True
