r"""PReLU: LeakyReLU whose slope is learned.

One slope for all channels, or one a channel, which is dimension 1, with
`num_parameters=C`. The slope starts at 0.25 and is a parameter of the model: leave it
out of weight decay.

$$\text{PReLU}(x) = \max(0, x) + a \min(0, x)$$

Attributes: Shapes
    x: (N,) float32
    y: (N,) float32, in (-inf, inf)

Raises:
    RuntimeError: `nn.PReLU(3)(torch.ones(2, 4))` Mismatch of parameter numbers and
        input channel size

Asked as:
    parametric ReLU; learnable activation function; trainable negative slope;
    keras.layers.PReLU; shared_axes; F.prelu; num_parameters; one slope per channel;
    activation with its own weight; slope starts at 0.25; relu that learns alpha; weight
    decay on activation parameters; relu whose negative part is trained; learn the
    negative slope with the model; relu whose leak is learned by gradient descent; slope
    as a model parameter; leaky relu with a weight; learned alpha per channel
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([-2.0, -1.0, 0.0, 1.0, 2.0])

activation = nn.PReLU()  # <-
y = activation(x)
print(y)
#> tensor([-0.5000, -0.2500,  0.0000,  1.0000,  2.0000],
#>        grad_fn=<PreluKernelBackward0>)
print(F.prelu(x, activation.weight).equal(y))  # the functional form
#> True
print(activation.weight)
#> Parameter containing:
#> tensor([0.2500], requires_grad=True)

per_channel = nn.PReLU(num_parameters=3)
print(per_channel(torch.ones(2, 3, 4, 4)).shape)
#> torch.Size([2, 3, 4, 4])
