r"""Linear: every output is a weighted sum of all inputs plus a bias.

The last dimension changes from in_features to out_features; all others are kept. The
weight has shape (out_features, in_features), so the product uses its transpose.

$$y = x W^\top + b$$

Attributes: Shapes
    x: (N, 3) float32
    y: (N, 2) float32
    layer.weight: (2, 3) float32
    layer.bias: (2,) float32

Raises:
    RuntimeError: `nn.Linear(4, 2)(x)` mat1 and mat2 shapes cannot be multiplied (4x3
        and 4x2)
    RuntimeError: `layer(x.long())` mat1 and mat2 must have the same dtype, but got Long
        and Float

Asked as:
    fully connected layer; dense layer; equivalent of Keras Dense,
    tf.keras.layers.Dense; weighted sum plus a bias; affine transformation, matrix times
    x plus bias; F.linear; fully connected (FC) layer from 512 features down to 10
    scores; layer that maps 20 inputs to 5 outputs, number of units; output layer for 10
    classes; simplest layer, numbers per sample in and scores out; project vectors to
    another size; nn.Linear on 3-dimensional input, which dimension, every time step;
    TimeDistributed Dense; layer without bias; weight shape of a linear layer, why
    transposed; size mismatch, m1: [32 x 784], m2: [500 x 10]; in_features and
    out_features; Dense(64, activation="relu"); shapes do not match in a linear layer;
    what is a linear layer; feedforward layer; linear layer; why does a layer need a
    bias; set the weights of a layer by hand
"""

import torch
import torch.nn.functional as F
from torch import nn

layer = nn.Linear(in_features=3, out_features=2)  # <-
with torch.no_grad():
    layer.weight.copy_(torch.tensor([[1.0, 2.0, 3.0], [0.0, 0.0, 1.0]]))
    layer.bias.copy_(torch.tensor([10.0, 20.0]))

x = torch.tensor([[1.0, 1.0, 1.0], [1.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 2.0]])
y = layer(x)
print(y)
#> tensor([[16., 21.],
#>         [11., 20.],
#>         [10., 20.],
#>         [16., 22.]], grad_fn=<AddmmBackward0>)
print(layer(torch.ones(5, 7, 3)).shape)
#> torch.Size([5, 7, 2])
print(nn.Linear(3, 2, bias=False).bias)
#> None

print(F.linear(x, layer.weight, layer.bias).equal(y))
#> True
