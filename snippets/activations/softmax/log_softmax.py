r"""LogSoftmax: log-probabilities, for NLLLoss and KLDivLoss.

Subtracts the log of the sum of exponentials, which cannot overflow:
`softmax(x).log()` gives -inf where this one gives the number. `LogSoftmax` and
`NLLLoss` together are `CrossEntropyLoss`.

$$\text{LogSoftmax}(x)_i = x_i - \log \sum_j e^{x_j}$$

Attributes: Shapes
    logits: (N, C) float32
    log_probs: (N, C) float32, 0 or less

Asked as:
    F.log_softmax(x, dim=1); tf.nn.log_softmax; jax.nn.log_softmax;
    scipy.special.log_softmax; log of softmax gives -inf or nan; numerically stable log
    probabilities; nn.LogSoftmax as last layer; log_softmax plus nll_loss or
    cross_entropy; logits minus logsumexp; why are the model's outputs all negative; get
    back probabilities with exp; old MNIST example ends in log_softmax; classifier that
    outputs log probabilities of the classes; which output layer goes with NLLLoss; get
    probabilities from log_softmax output; log of class probabilities without underflow;
    difference between LogSoftmax and Softmax; logits to log probs
"""

import torch
import torch.nn.functional as F
from torch import nn

logits = torch.tensor([[1.0, 2.0, 3.0], [0.0, 0.0, 200.0]])  # (2, 3)

activation = nn.LogSoftmax(dim=1)  # <-
log_probs = activation(logits)
print(log_probs)
#> tensor([[  -2.4076,   -1.4076,   -0.4076],
#>         [-200.0000, -200.0000,    0.0000]])
print(logits.softmax(dim=1).log())
#> tensor([[-2.4076, -1.4076, -0.4076],
#>         [   -inf,    -inf,  0.0000]])
print(F.log_softmax(logits, dim=1).equal(log_probs))
#> True
