r"""weight_norm: a weight as its length times a direction.

Both are parameters: `original0`, a length for each row, and `original1`, the direction.
The old `nn.utils.weight_norm` is deprecated.

$$W_i = g_i \frac{v_i}{\lVert v_i \rVert}$$

Warns:
    FutureWarning: `nn.utils.weight_norm(nn.Linear(3, 2))`
        `torch.nn.utils.weight_norm` is deprecated in favor of
        `torch.nn.utils.parametrizations.weight_norm`

Asked as:
    weight normalization; nn.utils.weight_norm; torch.nn.utils.remove_weight_norm; split
    a weight into magnitude and direction; weight_g and weight_v; original0 and
    original1; reparametrize a layer for faster training;
    tfa.layers.WeightNormalization; weight norm of WaveNet and vocoders; how do I remove
    weight norm before export; normalise the rows of a weight matrix while training;
    WeightNorm is deprecated, what instead
"""

import torch
from torch import nn
from torch.nn.utils import parametrizations, parametrize

torch.manual_seed(0)
layer = nn.Linear(3, 2)
before = layer.weight.detach().clone()

parametrizations.weight_norm(layer)  # <-
print([name for name, _ in layer.named_parameters()])
#> ['bias', 'parametrizations.weight.original0', 'parametrizations.weight.original1']
g, v = layer.parametrizations.weight.original0, layer.parametrizations.weight.original1
print(g.shape, v.shape)
#> torch.Size([2, 1]) torch.Size([2, 3])
print(torch.allclose(g * v / v.norm(dim=1, keepdim=True), layer.weight))
#> True

parametrize.remove_parametrizations(layer, "weight")
print(type(layer.weight).__name__, torch.allclose(layer.weight, before))
#> Parameter True
