"""Probabilities into NLLLoss: the loss goes to -1.

`NLLLoss` takes log-probabilities and has no logarithm of its own. With probabilities it
is minus the probability of the right class: between -1 and 0, and negative from the
first step. It still goes down, and accuracy goes up, but a sure and wrong answer costs
0 and has almost no gradient, so mistakes stay. End in `log_softmax`:
[`NLLLoss`](../losses/classification.md#nll).

Attributes: Shapes
    logits: (N, C) float32
    target: (N,) int64

Asked as:
    NLLLoss is negative; nll_loss after softmax instead of log_softmax; loss goes from
    -0.1 to -1; negative loss in classification; loss converges to minus one; softmax
    layer with nn.NLLLoss; can a loss be negative; loss of -0.9 and high accuracy;
    F.nll_loss(probs, target); NLLLoss has no log inside; NLLLoss on the output of
    nn.Softmax
"""

import torch
import torch.nn.functional as F

logits = torch.tensor([[10.0, 0.0], [0.0, 0.0], [0.0, 10.0]], requires_grad=True)
target = torch.tensor([0, 0, 0])  # sure and right, undecided, sure and wrong

# Wrong: the softmax gives probabilities.
each = F.nll_loss(logits.softmax(dim=1), target, reduction="none")
print([round(value, 4) for value in each.tolist()])
#> [-1.0, -0.5, -0.0]
(gradient,) = torch.autograd.grad(each.sum(), logits)
print([round(value, 4) for value in gradient[:, 0].abs().tolist()])
#> [0.0, 0.25, 0.0]

# Right: their logarithms.
each = F.nll_loss(logits.log_softmax(dim=1), target, reduction="none")  # <-
print([round(value, 4) for value in each.tolist()])
#> [0.0, 0.6931, 10.0]
(gradient,) = torch.autograd.grad(each.sum(), logits)
print([round(value, 4) for value in gradient[:, 0].abs().tolist()])
#> [0.0, 0.5, 1.0]
