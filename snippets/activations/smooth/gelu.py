r"""GELU: x times the probability that a normal draw is below x.

The usual choice in transformers. `approximate="tanh"` is the formula of GPT-2: take it
to run such weights. $\Phi$ is the distribution function of the
standard normal. Minimum -0.17 near x = -0.75.

$$\text{GELU}(x) = x \, \Phi(x) = \frac{x}{2} \left(1 +
\text{erf}\left(\frac{x}{\sqrt{2}}\right)\right)$$

Attributes: Shapes
    x: (N,) float32
    y: (N,) float32, in [-0.17, inf)

Asked as:
    gaussian error linear unit; BERT activation; GPT-2 activation; F.gelu; tf.nn.gelu;
    keras.activations.gelu; approximate='tanh'; gelu_new; gelu_pytorch_tanh; exact gelu
    with erf or tanh approximation; gelu versus relu; 0.044715; jax.nn.gelu; vision
    transformer activation; x times the gaussian cdf; gelu exact or approximate;
    activation of the feed-forward block in a transformer; gelu or silu
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([-2.0, -1.0, 0.0, 1.0, 2.0])

activation = nn.GELU()  # <-
y = activation(x)
print(y)
#> tensor([-0.0455, -0.1587,  0.0000,  0.8413,  1.9545])
print(F.gelu(x).equal(y))  # the functional form
#> True
print(F.gelu(x, approximate="tanh"))
#> tensor([-0.0454, -0.1588,  0.0000,  0.8412,  1.9546])
