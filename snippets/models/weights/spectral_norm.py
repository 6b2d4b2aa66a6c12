r"""spectral_norm: a weight whose largest singular value is 1.

For the discriminator of a GAN. The value is estimated: each look at `layer.weight` in
training mode takes a step of the power method, in eval mode none. For a convolution it
is that of `weight.flatten(1)`: the layer can stretch by more than 1.

$$W = \frac{V}{\sigma_1(V)}$$

Asked as:
    spectral normalization; SNGAN discriminator; Lipschitz constraint of a network;
    1-Lipschitz layer; tfa.layers.SpectralNormalization; nn.utils.spectral_norm;
    power iteration of a weight; torch.nn.utils.remove_spectral_norm; keep the
    largest singular value at one; stabilise the critic of a GAN; SpectralNorm conv
    layer; limit how much a layer can stretch its input; bound the Lipschitz
    constant of a linear layer; gain of a layer at most one
"""

import torch
from torch import nn
from torch.nn.utils import parametrizations

torch.manual_seed(0)
layer = nn.Linear(20, 40)
print(f"{torch.linalg.matrix_norm(layer.weight, ord=2).item():.2f}")
#> 1.40

parametrizations.spectral_norm(layer)  # <-
for _ in range(100):
    weight = layer.weight
print(f"{torch.linalg.matrix_norm(weight, ord=2).item():.2f}")
#> 1.00

layer.eval()
print(layer.weight.equal(layer.weight))
#> True
