r"""zeros_ and ones_: for biases and norm layers.

Zero biases, and scale 1 with shift 0 in norm layers, start as if they were not there.
With zeros for all weights, a network with tanh or ReLU learns only its last bias.

Attributes: Shapes
    bias: (4,) float32
    scale: (4,) float32
    weight: (200, 300) float32

Asked as:
    bias_initializer='zeros'; tf.keras.initializers.Zeros; tf.zeros_initializer;
    tf.keras.initializers.Ones; bias.data.zero_(); set the bias to zero at the start;
    why not set all weights to zero; symmetry breaking; set gamma to 1 and beta to 0 in
    a norm layer; batch norm weight to 1; zero-initialised layer; start training with
    all weights at zero; should the bias be zero in the beginning; zero-init the last
    layer; reset biases to zero; fill a parameter with ones; norm layer weight one, bias
    zero; zero weights never learn
"""

import torch
from torch import nn

bias = nn.init.zeros_(torch.empty(4))  # <-
print(bias)
#> tensor([0., 0., 0., 0.])
scale = nn.init.ones_(torch.empty(4))
print(scale)
#> tensor([1., 1., 1., 1.])

weight = nn.init.zeros_(torch.empty(200, 300))
print(weight.count_nonzero())
#> tensor(0)
