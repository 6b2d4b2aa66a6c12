r"""Sigmoid: squash to a probability.

For a yes-or-no output at prediction time. In training leave it out and use
`BCEWithLogitsLoss`, which applies it in a stable way. Between layers its gradient, at
most 0.25, fades with depth. The usual spelling of the function is
[`torch.sigmoid`](../tensors/math_ops.md#sigmoid).

$$\sigma(x) = \frac{1}{1 + e^{-x}}$$

Attributes: Shapes
    x: (N,) float32
    y: (N,) float32, in (0, 1)

Asked as:
    nn.Sigmoid or torch.sigmoid; nn.functional.sigmoid; Dense(1, activation='sigmoid');
    last layer of a binary classifier, two classes; sigmoid output for a yes/no
    prediction; multi-label output activation; derivative of the sigmoid; vanishing
    gradient with sigmoid; logistic activation; sigmoid layer in nn.Sequential; gate
    with values between 0 and 1; tf.keras.activations.sigmoid; output layer with values
    between 0 and 1; probability at the end of a binary classification network; should
    the model end in a sigmoid with BCEWithLogitsLoss; squash the output of the last
    layer to 0..1; S-shaped curve from 0 to 1; probability output of one neuron; sigmoid
    activation; relu or sigmoid; difference between sigmoid and softmax
"""

import torch
from torch import nn

x = torch.tensor([-2.0, -1.0, 0.0, 1.0, 2.0])

activation = nn.Sigmoid()  # <-
y = activation(x)
print(y)
#> tensor([0.1192, 0.2689, 0.5000, 0.7311, 0.8808])
print(torch.sigmoid(x).equal(y))  # the functional form
#> True
print(y * (1 - y))  # the derivative
#> tensor([0.1050, 0.1966, 0.2500, 0.1966, 0.1050])
