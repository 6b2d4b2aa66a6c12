r"""Softmax: scores to probabilities that sum to 1.

For predictions, not in front of `CrossEntropyLoss`, which applies its own. Name
`dim`: the dimension that sums to 1, the classes. A constant added to all scores
changes nothing; a temperature divides the scores first. Outside a model, the function
[`x.softmax(dim)`](../tensors/math_ops.md#softmax).

$$\text{Softmax}(x)_i = \frac{e^{x_i}}{\sum_j e^{x_j}}$$

Attributes: Shapes
    logits: (N, C) float32
    probs: (N, C) float32, in (0, 1)

Warns:
    UserWarning: `nn.Softmax()(logits)` Implicit dimension choice for softmax has been
        deprecated

Asked as:
    nn.Softmax(dim=1); dim=1 or dim=-1; Dense(10, activation='softmax'); output layer
    for several classes; multi-class classifier output activation; softmax temperature;
    sharpen or flatten predictions; nn.Softmax or F.softmax; tf.keras.layers.Softmax;
    softmax module in nn.Sequential; softmax without dim; probabilities add to one per
    row or per column; convert logits to probabilities at the model output; should the
    network end in softmax; make the class scores sum to one; final softmax layer of a
    classification network; scores to percentages; axis of a softmax layer; softmax
    output; softmax activation of the last layer
"""

import torch
import torch.nn.functional as F
from torch import nn

logits = torch.tensor([[1.0, 2.0, 3.0], [1.0, 1.0, 1.0]])  # (2, 3)

activation = nn.Softmax(dim=1)  # <-
probs = activation(logits)
print(probs)
#> tensor([[0.0900, 0.2447, 0.6652],
#>         [0.3333, 0.3333, 0.3333]])
print(probs.sum(dim=1))
#> tensor([1., 1.])
print(F.softmax(logits, dim=1).equal(probs))
#> True
print(logits.softmax(dim=1).equal(probs))
#> True

print((logits[0] / 0.1).softmax(dim=0))  # temperature 0.1: almost one-hot
#> tensor([2.0611e-09, 4.5398e-05, 9.9995e-01])
