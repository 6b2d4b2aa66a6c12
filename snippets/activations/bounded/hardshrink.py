r"""Hardshrink: set small values to zero, keep the others.

Hard thresholding. Unlike Softshrink, what survives is not moved.

$$\text{Hardshrink}(x) = \begin{cases} x & |x| > \lambda \\ 0 & \text{otherwise}
\end{cases}$$

Attributes: Shapes
    x: (N,) float32
    y: (N,) float32, in (-inf, inf)
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([-2.0, -0.5, 0.2, 0.5, 2.0])

activation = nn.Hardshrink(lambd=0.5)
y = activation(x)
print(y)
#> tensor([-2.,  0.,  0.,  0.,  2.])
print(F.hardshrink(x, 0.5).equal(y))  # the functional form
#> True
