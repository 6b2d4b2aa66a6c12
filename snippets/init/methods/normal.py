r"""normal_: a normal distribution with the mean and std you say.

The defaults are 0 and 1: a standard deviation of 1 is far too large for a layer with
many inputs. Transformers commonly take 0.02.

$$W \sim N(\text{mean}, \text{std}^2)$$

Attributes: Shapes
    weight: (200, 300) float32

Asked as:
    tf.keras.initializers.RandomNormal; tf.random_normal_initializer; gaussian
    initialization; weight.data.normal_(0.0, 0.02); initializer_range=0.02; DCGAN
    weights_init; GPT-2 or BERT weight init; fill a parameter with gaussian noise;
    initialise weights with randn * 0.01; torch.Tensor.normal_; weights drawn from a
    bell curve; weights with a given std; random weights with mean 0 and small std;
    gaussian weights; weights from N(0, 0.02); std of initial embedding weights; random
    gaussian weights with own mean and std; normal distribution for weights; uniform or
    normal initialization
"""

import torch
from torch import nn

torch.manual_seed(0)
weight = torch.empty(200, 300)
nn.init.normal_(weight, mean=0.0, std=0.02)  # <-
print(round(weight.std().item(), 3))
#> 0.02
print(round((weight.abs() < 0.04).float().mean().item(), 2))  # within two std
#> 0.96
