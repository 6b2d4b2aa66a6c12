r"""uniform_: the same chance for every number between a and b.

The defaults are `a=0` and `b=1`: a weight that is never negative. Say both.

$$W \sim U(a, b), \quad \text{mean} = \frac{a + b}{2}, \quad \sigma = \frac{b -
a}{\sqrt{12}}$$

Attributes: Shapes
    weight: (200, 300) float32

Asked as:
    initialise weights between -0.1 and 0.1; weight.data.uniform_(-initrange,
    initrange); tf.keras.initializers.RandomUniform; tf.random_uniform_initializer; fill
    a parameter with random values from a range; embedding weights in a small interval;
    flat distribution for weights; torch.Tensor.uniform_; set range of initial weights;
    kernel_initializer='random_uniform'; initialise an embedding table from minus to
    plus a range; weights uniformly distributed between two bounds; random weights
    between low and high; set weights uniformly in a range; nn.init.uniform_(w, -0.1,
    0.1); change the range of random start weights
"""

import torch
from torch import nn

torch.manual_seed(0)
weight = torch.empty(200, 300)
nn.init.uniform_(weight, a=-0.3, b=0.3)  # <-
print(round(weight.min().item(), 2), round(weight.max().item(), 2))
#> -0.3 0.3
print(round(weight.std().item(), 2), round(0.6 / 12**0.5, 2))
#> 0.17 0.17
