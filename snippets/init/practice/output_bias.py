r"""Bias of the output: start at what is known.

A detector with one positive in a hundred starts with p = 0.5 and first unlearns that.
With the logit of the share as the bias it starts at the share, and the first losses are
those of a model that knows the frequencies. For classes: the logarithm of their shares;
for a number: the mean of the targets. With weights of zero in the layer the start is
exact.

$$b = \log \frac{\pi}{1 - \pi}$$

Attributes: Shapes
    target: (1000,) float32, 10 ones
    x: (1000, 8) float32
    b: () float32

Asked as:
    initialise the last bias with the class frequencies; prior probability 0.01 of
    RetinaNet; -math.log((1 - pi) / pi); initial bias for imbalanced data;
    bias_initializer=Constant(initial_bias); log odds of the positives; loss spikes at
    the start of training on rare positives; hockey stick loss curve; set the final bias
    to the mean of the target; initial loss should be the entropy of the labels; start
    the classifier at the class prior
"""

import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
target = (torch.arange(1000) < 10).float()
x = torch.randn(1000, 8)
head = nn.Linear(8, 1)
nn.init.zeros_(head.weight)
nn.init.zeros_(head.bias)
print(F.binary_cross_entropy_with_logits(head(x).squeeze(1), target).detach())
#> tensor(0.6931)

b = target.mean().logit()
nn.init.constant_(head.bias, b)  # <-
print(head(x).sigmoid().mean().detach())
#> tensor(0.0100)
print(F.binary_cross_entropy_with_logits(head(x).squeeze(1), target).detach())
#> tensor(0.0560)

# Of three classes: log of the shares, which softmax turns back.
shares = torch.tensor([0.7, 0.2, 0.1])
print(shares.log().softmax(dim=0))
#> tensor([0.7000, 0.2000, 0.1000])
