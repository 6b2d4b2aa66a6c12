r"""constant_: every element the same.

For biases. Units with equal weights compute the same, and learn the same where the
weights behind them are equal too.

Attributes: Shapes
    bias: (4,) float32
    weight: (200, 300) float32

Asked as:
    set all biases to 0.1; bias.data.fill_(0.01); tf.keras.initializers.Constant;
    tf.constant_initializer; bias_initializer with a given number; fill a weight with
    one value; all neurons learn identical features; same weights in all units; init a
    parameter to 0.5; bias begins at a fixed value; every weight starts with the same
    number; fill with a fixed value; bias start value; every entry of a parameter set to
    the same value; all units of a layer compute the same thing; fill a bias with a
    number; set the bias of the last layer to a certain value; all weights equal to 0.1
"""

import torch
from torch import nn

bias = nn.init.constant_(torch.empty(4), 0.1)  # <-
print(bias)
#> tensor([0.1000, 0.1000, 0.1000, 0.1000])

weight = nn.init.constant_(torch.empty(200, 300), 0.5)
hidden = torch.ones(1, 300) @ weight.T  # (1, 200)
print(hidden.unique())  # 200 units, one value
#> tensor([150.])
