r"""the default of nn.Linear: uniform, smaller than Kaiming.

Weight and bias are uniform with the same bound. It comes from `kaiming_uniform_` with
`a=sqrt(5)`, whose gain is $\sqrt{1/3}$: with ReLU the mean square shrinks to about a
sixth.

$$W, b \sim U\left(-\frac{1}{\sqrt{\text{fan_in}}},
\frac{1}{\sqrt{\text{fan_in}}}\right)$$

Attributes: Shapes
    layer.weight: (200, 400) float32
    layer.bias: (200,) float32

Asked as:
    how are weights initialised by default; kaiming_uniform_ with a=math.sqrt(5); why
    sqrt(5); initial bias values; 1 / sqrt(in_features); stdv = 1. /
    math.sqrt(self.weight.size(1)); do I need to initialise weights myself; initial
    weights differ from Keras Dense; how does PyTorch initialize linear layers by
    default; does nn.Linear initialise its bias to zero; reset_parameters of nn.Linear;
    are Linear weights random from the start; which distribution do Linear weights have;
    standard initialization of a dense layer; how the bias of a linear layer is
    initialised; default weight init of nn.Linear; initial values of a linear layer;
    initialization of a fully connected layer if I do nothing; default initialization
"""

import torch
from torch import nn

torch.manual_seed(0)
layer = nn.Linear(400, 200)
print(1 / layer.in_features**0.5)  # <-
#> 0.05
print(round(layer.weight.abs().max().item(), 3))
#> 0.05
print(bool(layer.bias.abs().max() <= 0.05))
#> True
