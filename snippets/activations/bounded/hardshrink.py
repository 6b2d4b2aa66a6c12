r"""Hardshrink: set small values to zero, keep the others.

Hard thresholding. Unlike Softshrink, what survives is not moved.

$$\text{Hardshrink}(x) = \begin{cases} x & |x| > \lambda \\ 0 & \text{otherwise}
\end{cases}$$

Attributes: Shapes
    x: (N,) float32
    y: (N,) float32, in (-inf, inf)

Asked as:
    hard thresholding operator; F.hardshrink; torch.hardshrink;
    tfa.activations.hardshrink; keras.activations.hard_shrink; drop coefficients near
    zero; dead zone around 0; zero out tiny entries, make small values exactly zero;
    difference between soft and hard shrinkage; iterative hard thresholding; L0 proximal
    step; kill small activations; remove tiny values but keep large ones; sparsify by
    cutting small coefficients; set values between -lambda and lambda to zero; keep only
    large magnitudes; denoise by dropping weak entries; zero everything with magnitude
    below lambda
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([-2.0, -0.5, 0.2, 0.5, 2.0])

activation = nn.Hardshrink(lambd=0.5)  # <-
y = activation(x)
print(y)
#> tensor([-2.,  0.,  0.,  0.,  2.])
print(F.hardshrink(x, 0.5).equal(y))  # the functional form
#> True
