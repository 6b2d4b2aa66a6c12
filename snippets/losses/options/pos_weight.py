r"""pos_weight: the positives of a yes-or-no question count more.

An argument of `BCEWithLogitsLoss`: one number, or one a class. The usual value is
negatives divided by positives. Unlike class weights it does not change what the mean
divides by.

$$\ell_n = -w \, y_n \log \sigma(x_n) - (1 - y_n) \log (1 - \sigma(x_n))$$

Attributes: Shapes
    logits: (N, C) float32
    target: (N, C) float32, 0 or 1
    pos_weight: (C,) float32, one number a class
    each: (N, C) float32
"""

import torch
from torch import nn

logits = torch.zeros(4, 2)
target = torch.tensor([[1.0, 0.0], [0.0, 0.0], [0.0, 1.0], [0.0, 1.0]])

positives = target.sum(dim=0)
pos_weight = (len(target) - positives) / positives
print(pos_weight)
#> tensor([3., 1.])

each = nn.BCEWithLogitsLoss(pos_weight=pos_weight, reduction="none")(logits, target)
print(each)
#> tensor([[2.0794, 0.6931],
#>         [0.6931, 0.6931],
#>         [0.6931, 0.6931],
#>         [0.6931, 0.6931]])
