"""Activations: the nonlinear functions between layers.

Without one, two linear layers are a single linear layer. Most have a module
(`nn.ReLU()`, a part of the model) and a function (`F.relu(x)`).

| Where | Activation |
|---|---|
| between layers, first try | [`ReLU`](relu_family.md#relu) |
| between layers, units that die | [`LeakyReLU`](relu_family.md#leaky_relu), [`PReLU`](relu_family.md#prelu), [`ELU`](relu_family.md#elu) |
| transformers | [`GELU`](smooth.md#gelu), [`SiLU`](smooth.md#silu), [`GLU`](smooth.md#glu) |
| on small devices | [`ReLU6`](relu_family.md#relu6), [`Hardswish`](smooth.md#hardswish), [`Hardsigmoid`](bounded.md#hardsigmoid) |
| fully connected nets without normalisation | [`SELU`](relu_family.md#selu) |
| output: one of C classes | none in training; [`Softmax`](softmax.md#softmax_layer) to predict |
| output: yes or no | none in training; [`Sigmoid`](bounded.md#sigmoid) to predict |
| output: a positive number | [`Softplus`](smooth.md#softplus) |
| output: a number in -1 to 1 | [`Tanh`](bounded.md#tanh) |
| output: any number | none |

The last layer of a classifier has no activation in training: `CrossEntropyLoss` and
`BCEWithLogitsLoss` apply their own.
"""

__all__ = ["relu_family", "smooth", "bounded", "softmax"]

#: What the home page names of it.
WANTED = ["relu_family/relu", "smooth/gelu", "softmax/softmax_layer"]
