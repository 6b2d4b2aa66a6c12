r"""ReLU6: ReLU clipped at 6.

Used in mobile networks: a bounded output keeps its precision in low-bit arithmetic.

$$\text{ReLU6}(x) = \min(\max(0, x), 6)$$

Attributes: Shapes
    x: (N,) float32
    y: (N,) float32, in [0, 6]

Asked as:
    relu with an upper limit; clipped relu; keras ReLU(max_value=6); tf.nn.relu6;
    F.relu6; MobileNetV2 activation; keep activations between 0 and 6; bounded
    activation for quantization; saturating relu for fixed-point arithmetic;
    jax.nn.relu6; why clip activations at six; mobilenet v2 activation; relu that stops
    growing at 6; limit relu from above; hard upper bound on activations; min(relu(x),
    6)
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([-2.0, 0.0, 2.0, 6.0, 8.0])

activation = nn.ReLU6()  # <-
y = activation(x)
print(y)
#> tensor([0., 0., 2., 6., 6.])
print(F.relu6(x).equal(y))  # the functional form
#> True
