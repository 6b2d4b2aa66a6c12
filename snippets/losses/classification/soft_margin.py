r"""SoftMarginLoss: yes or no, with targets -1 and 1.

The logistic loss. It equals `BCEWithLogitsLoss` with the labels 0 and 1 written as -1
and 1, as long as the exponential is finite: in float32 a score of 89 on the wrong side
gives `inf`, and a gradient of NaN. A target of 0 gives $\log 2$ whatever the input,
without an error.

$$\ell = \frac{1}{N} \sum_n \log \left( 1 + e^{-y_n x_n} \right)$$

Attributes: Shapes
    score: (N,) float32
    target: (N,) float32, 1 or -1
    loss: () float32

Asked as:
    logistic loss; F.soft_margin_loss; Lua Torch SoftMarginCriterion; log(1 + exp(-y *
    x)); binary labels are -1 and +1 as in an SVM; SoftMarginLoss stuck at 0.6931;
    binomial deviance; smooth version of the hinge loss; classes are encoded as +1 and
    -1; logistic loss of the lecture, log(1+exp(-y f(x))); convert labels 0 and 1 to -1
    and 1; y in {-1, 1}, logistic regression with signs; logistic loss instead of hinge;
    binary loss with targets +1 and -1
"""

import torch
import torch.nn.functional as F
from torch import nn

score = torch.tensor([2.0, 0.0, -3.0])
target = torch.tensor([1.0, 1.0, -1.0])

loss_fn = nn.SoftMarginLoss()  # <-
loss = loss_fn(score, target)
print(loss)
#> tensor(0.2896)
print(nn.BCEWithLogitsLoss()(score, (target + 1) / 2))
#> tensor(0.2896)
print(F.soft_margin_loss(score, target))
#> tensor(0.2896)
