r"""ReLU6: ReLU cut at 6.

Used in mobile networks: a bounded output keeps its precision in low-bit arithmetic.

$$\text{ReLU6}(x) = \min(\max(0, x), 6)$$

Attributes: Shapes
    x: (N,) float32
    y: (N,) float32, in [0, 6]
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([-2.0, 0.0, 2.0, 6.0, 8.0])

activation = nn.ReLU6()
y = activation(x)
print(y)
#> tensor([0., 0., 2., 6., 6.])
print(F.relu6(x).equal(y))  # the functional form
#> True
