r"""Bilinear: every product of two inputs has a weight.

For two vectors that meet, such as a user and an item. The weight has
out * in1 * in2 elements: keep the sizes small.

$$y_k = x_1^\top A_k \, x_2 + b_k$$

Attributes: Shapes
    x1: (N, 2) float32
    x2: (N, 3) float32
    y: (N, 4) float32
    layer.weight: (4, 2, 3) float32
"""

import torch
from torch import nn

layer = nn.Bilinear(in1_features=2, in2_features=3, out_features=4)
nn.init.ones_(layer.weight)
nn.init.zeros_(layer.bias)

x1 = torch.tensor([[1.0, 2.0]])
x2 = torch.tensor([[1.0, 10.0, 100.0]])
y = layer(x1, x2)
print(y)  # all ones: (1 + 2) * (1 + 10 + 100)
#> tensor([[333., 333., 333., 333.]], grad_fn=<AddBackward0>)
