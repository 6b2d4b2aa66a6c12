r"""softmax before CrossEntropyLoss: the loss that stops falling.

`CrossEntropyLoss` applies log-softmax itself. With a softmax layer in front, scores lie
between 0 and 1, and even a perfect answer keeps a loss well above zero: with 10 classes
1.4612. Nothing is raised; the gradient is weak and training stalls. Remove the layer,
or use `NLLLoss` after `log_softmax`.

$$\ell_{\min} = \log(e + C - 1) - 1$$

Attributes: Shapes
    logits: (N, C) float32
    target: (N,) int64
"""

import math

import torch
from torch import nn

logits = torch.tensor([[100.0] + [0.0] * 9])  # (1, 10): sure and right
target = torch.tensor([0])

print(nn.CrossEntropyLoss()(logits, target))
#> tensor(0.)
print(nn.CrossEntropyLoss()(logits.softmax(dim=1), target))
#> tensor(1.4612)
print(round(math.log(math.e + 10 - 1) - 1, 4))
#> 1.4612
