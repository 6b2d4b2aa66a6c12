r"""Bilinear: every product of two inputs has a weight.

For two vectors that meet, such as a user and an item. The weight has
out * in1 * in2 elements: keep the sizes small.

$$y_k = x_1^\top A_k \, x_2 + b_k$$

Attributes: Shapes
    x1: (N, 2) float32
    x2: (N, 3) float32
    y: (N, 4) float32
    layer.weight: (4, 2, 3) float32

Asked as:
    layer with two input vectors; combine a user vector with an item vector; F.bilinear;
    bilinear form with a learned matrix; x^T W y, x1 transposed times a matrix times x2;
    interaction between two feature vectors; biaffine scorer; second order features;
    score a pair of embeddings; combine image and text features by multiplying every
    pair; in1_features and in2_features; multiplicative fusion of two inputs; similarity
    score with a learned matrix between question and answer; pairwise products of the
    features of two vectors; bilinear pooling of two modalities; x and y with a matrix
    in between, ready-made module; dot product of two vectors with weights in the middle
"""

import torch
import torch.nn.functional as F
from torch import nn

layer = nn.Bilinear(in1_features=2, in2_features=3, out_features=4)  # <-
nn.init.ones_(layer.weight)
nn.init.zeros_(layer.bias)

x1 = torch.tensor([[1.0, 2.0]])
x2 = torch.tensor([[1.0, 10.0, 100.0]])
y = layer(x1, x2)
print(y)  # weights of 1: (1 + 2) * (1 + 10 + 100)
#> tensor([[333., 333., 333., 333.]], grad_fn=<AddBackward0>)

print(F.bilinear(x1, x2, layer.weight, layer.bias).equal(y))
#> True
