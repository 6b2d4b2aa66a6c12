r"""sigmoid before BCEWithLogitsLoss: negatives cost 0.69 or more.

`BCEWithLogitsLoss` applies the sigmoid itself. What it gets is then between 0 and 1
instead of any number: a positive costs at least 0.3133, a negative at least 0.6931, the
log 2 of a coin flip, however good the model is. A decision at `output > 0` is nearly
always yes. Leave the sigmoid out of the model, and apply it where a probability is
wanted: [`BCEWithLogitsLoss`](../losses/classification.md#bce_with_logits).

$$\ell_{\min} = \log(1 + e^{-1}) \;\; (y = 1), \qquad \log 2 \;\; (y = 0)$$

Attributes: Shapes
    logits: (N,) float32
    target: (N,) float32

Asked as:
    sigmoid applied twice; double sigmoid; nn.Sigmoid at the end and BCEWithLogitsLoss;
    binary loss stuck at 0.69 or 0.693; binary loss does not go below 0.5; classifier
    says yes to everything after a sigmoid layer; loss stays at log 2; remove the
    sigmoid from a binary classifier; torch.sigmoid(output) into
    binary_cross_entropy_with_logits; does BCEWithLogitsLoss include the sigmoid;
    minimum of BCEWithLogitsLoss is not zero; BCEWithLogitsLoss with a sigmoid layer at
    the end of the net
"""

import torch
from torch import nn

logits = torch.tensor([30.0, -30.0])  # sure and right, both
target = torch.tensor([1.0, 0.0])
loss_fn = nn.BCEWithLogitsLoss(reduction="none")

# Wrong: the model ends in a sigmoid.
output = logits.sigmoid()
print(loss_fn(output, target).round(decimals=4))
#> tensor([0.3133, 0.6931])
print(output > 0)
#> tensor([True, True])

# Right: the model ends in its last linear layer.
print(loss_fn(logits, target).round(decimals=4))  # <-
#> tensor([0., 0.])
print(logits > 0)
#> tensor([ True, False])
