"""kl_div with the wrong arguments: a number, but no divergence.

`F.kl_div(log_q, p)` is KL(p || q), where q is the prediction: it comes first and as
log-probabilities, p as probabilities. Probabilities in both places give a negative
number that is smallest where q puts everything on the likeliest class of p. The
distributions exchanged give the divergence in the other direction. A divergence is 0 or
more, and 0 for equal distributions: try that first. The default reduction divides by
the number of all elements, and warns:
[`KLDivLoss`](../losses/classification.md#kl_div).

Attributes: Shapes
    p: (N, C) float32, probabilities
    q: (N, C) float32, probabilities

Asked as:
    KL divergence is negative; KLDivLoss below zero; F.kl_div(p, q) with two softmax
    outputs; kl_div of two equal distributions is not zero; which argument of kl_div is
    the target; kl_div does not agree with scipy entropy; distillation makes the student
    too sure; kl_div arguments swapped; KL(p||q) or KL(q||p) in PyTorch; nan from
    kl_div when the second argument is a log; student collapses to one class with KL
"""

import torch
import torch.nn.functional as F


def kl(first, second):
    return F.kl_div(first, second, reduction="batchmean")


p = torch.tensor([[0.7, 0.2, 0.1]])
q = torch.tensor([[0.3, 0.3, 0.4]])  # the prediction
print((p * (p / q).log()).sum())  # the formula
#> tensor(0.3734)

# Wrong: probabilities in both places; then the two distributions exchanged.
print(kl(q, p), kl(p.log(), q))
#> tensor(-1.1118) tensor(0.4220)

# Right: the logarithm of the prediction first.
print(F.kl_div(q.log(), p, reduction="batchmean"))  # <-
#> tensor(0.3734)

# Where training goes with probabilities, and with their logarithms.
for log in (False, True):
    x = torch.zeros(1, 3, requires_grad=True)
    optimizer = torch.optim.SGD([x], lr=1.0)
    for _ in range(500):
        optimizer.zero_grad()
        kl(x.log_softmax(dim=1) if log else x.softmax(dim=1), p).backward()
        optimizer.step()
    print([round(value, 2) for value in x.softmax(dim=1)[0].tolist()])
    #> [1.0, 0.0, 0.0]
    #> [0.7, 0.2, 0.1]
