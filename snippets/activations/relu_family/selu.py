r"""SELU: ELU with constants that keep mean 0 and variance 1.

For plain fully connected nets. It needs `lecun_normal` weights (`kaiming_normal_` with
`nonlinearity="linear"`) and `AlphaDropout` in place of `Dropout`. Here $\alpha$ is
1.6733 and $\lambda$ is 1.0507.

$$\text{SELU}(x) = \lambda \begin{cases} x & x > 0 \\ \alpha (e^x - 1) & x \le 0
\end{cases}$$

Attributes: Shapes
    x: (N,) float32
    y: (N,) float32, in (-1.7581, inf)

Asked as:
    self-normalizing neural network; scaled exponential linear unit; lecun_normal
    initialization; kernel_initializer='lecun_normal'; tf.nn.selu; activation='selu';
    F.selu; deep MLP without batch norm; 1.0507009873554805; self-normalizing
    activation; which init and dropout go with selu; SNN activation; activation of
    self-normalizing networks; deep dense net that normalizes itself; fully connected
    net without normalization layers; activations keep unit variance; Klambauer
    self-normalizing networks; scaled elu
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([-2.0, -1.0, 0.0, 1.0, 2.0])

activation = nn.SELU()  # <-
y = activation(x)
print(y)
#> tensor([-1.5202, -1.1113,  0.0000,  1.0507,  2.1014])
print(F.selu(x).equal(y))  # the functional form
#> True

torch.manual_seed(0)
z = activation(torch.randn(1_000_000))
print(f"{z.mean():.1f} {z.std():.1f}")
#> -0.0 1.0
