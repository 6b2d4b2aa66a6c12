r"""NLLLoss: one class per sample, from log-probabilities.

The second half of `CrossEntropyLoss`: use it after `log_softmax`. It only picks the
entry of the right class and changes its sign, so raw logits give a number without
meaning and no error. `NLLLoss2d` is its deprecated name.

$$\ell = -\frac{1}{N} \sum_n x_{n, y_n}$$

Attributes: Shapes
    log_probs: (N, C) float32, log-probabilities, 0 or less
    target: (N,) int64, class index in [0, C)
    loss: () float32

Raises:
    IndexError: `loss_fn(log_probs, torch.tensor([0, 3]))` Target 3 is out of bounds.

Warns:
    FutureWarning: `nn.NLLLoss2d()` Please use `NLLLoss` instead as a drop-in
        replacement

Asked as:
    negative log likelihood; F.nll_loss; Lua Torch ClassNLLCriterion; why is my loss
    negative with NLLLoss on a linear layer; difference between NLL and cross entropy;
    which loss for a network whose last layer is log_softmax; loss in the old MNIST
    example; maximum likelihood for a classifier; training loss goes below zero; NLLLoss
    is cross entropy without the softmax; loss after log softmax; nn.LogSoftmax with
    which criterion; NLLLoss needs log-probabilities, not logits; negative log of the
    predicted probability; nn.NLLLoss after F.log_softmax(x, dim=1); nll of the right
    class; network outputs log probabilities; loss that takes log-probs and class
    indices
"""

import torch
import torch.nn.functional as F
from torch import nn

logits = torch.tensor([[2.0, 0.5, -1.0], [0.1, 0.2, 0.3]])  # (2, 3)
target = torch.tensor([0, 2])

log_probs = F.log_softmax(logits, dim=1)
loss_fn = nn.NLLLoss()  # <-
loss = loss_fn(log_probs, target)
print(loss)
#> tensor(0.6216)
print(nn.CrossEntropyLoss()(logits, target))  # both steps in one
#> tensor(0.6216)
print(F.nll_loss(log_probs, target))
#> tensor(0.6216)
