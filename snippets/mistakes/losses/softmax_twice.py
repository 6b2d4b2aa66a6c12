r"""softmax before CrossEntropyLoss: the loss that stops falling.

`CrossEntropyLoss` applies log-softmax itself. With a softmax layer in front, scores lie
between 0 and 1, and even a perfect answer keeps a loss well above zero: with 10 classes
1.4612. Nothing is raised; the gradient is weak, and training slows or stalls. Remove
the layer, or use [`NLLLoss`](../losses/classification.md#nll) after `log_softmax`.

$$\ell_{\min} = \log(e + C - 1) - 1$$

Attributes: Shapes
    logits: (N, C) float32
    target: (N,) int64

Asked as:
    does CrossEntropyLoss include softmax; should I put a softmax as the last layer;
    double softmax, softmax applied twice; loss stays at 1.46 and does not go below;
    accuracy is fine but the loss stays high; nn.Softmax at the end of the net;
    probabilities instead of logits by mistake; activation="softmax" when porting from
    Keras; remove softmax from the model; loss stuck at 1.46; softmax or logits into the
    loss; is it wrong to apply softmax in the model; training is slow with a softmax
    output; softmax activation in the output layer with CrossEntropyLoss; do I need
    softmax with CrossEntropyLoss; loss stops falling at a high value although
    predictions are right; loss plateaus far above zero; from_logits=True of Keras
"""

import math

import torch
from torch import nn

logits = torch.tensor([[100.0] + [0.0] * 9])  # (1, 10): sure and right
target = torch.tensor([0])
loss_fn = nn.CrossEntropyLoss()

# Wrong: the model ends in a softmax. This is as low as the loss can get.
print(loss_fn(logits.softmax(dim=1), target))
#> tensor(1.4612)
print(round(math.log(math.e + 10 - 1) - 1, 4))
#> 1.4612

# Right: the model ends in its last linear layer.
print(loss_fn(logits, target))  # <-
#> tensor(0.)

# Right: or log-probabilities, and the loss that takes them.
print(nn.NLLLoss()(logits.log_softmax(dim=1), target))
#> tensor(0.)
