r"""Tanhshrink: x minus tanh(x).

Flat around 0, a line of slope 1 far from it. Rare: sparse coding.

$$\text{Tanhshrink}(x) = x - \tanh(x)$$

Attributes: Shapes
    x: (N,) float32
    y: (N,) float32, in (-inf, inf)

Asked as:
    F.tanhshrink; tfa.activations.tanhshrink; keras.activations.tanh_shrink;
    nn.TanhShrink; smooth shrinkage function; activation that is near zero for small
    inputs; x - np.tanh(x); input minus hyperbolic tangent; tanh subtracted from the
    identity; shrink small values smoothly; x - torch.tanh(x); sparse coding activation
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([-2.0, -1.0, 0.0, 1.0, 2.0])

activation = nn.Tanhshrink()  # <-
y = activation(x)
print(y)
#> tensor([-1.0360, -0.2384,  0.0000,  0.2384,  1.0360])
print(F.tanhshrink(x).equal(y))  # the functional form
#> True
