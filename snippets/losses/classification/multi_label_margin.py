r"""MultiLabelMarginLoss: every label above every other class, by 1.

Several classes may be right. Each target row lists the class indices of the labels and
is filled up with -1: what stands behind the first -1 is ignored. It is not a row of
zeros and ones.

$$\ell = \frac{1}{N} \sum_n \frac{1}{C} \sum_{j \in Y_n} \sum_{i \notin Y_n}
\max(0, 1 - (x_{n,j} - x_{n,i}))$$

Attributes: Shapes
    scores: (N, C) float32
    target: (N, C) int64, indices of the labels, then -1
    loss: () float32

Raises:
    RuntimeError: `loss_fn(scores, target.float())` expected scalar type Long but found
        Float

Asked as:
    F.multilabel_margin_loss; Lua Torch MultiLabelMarginCriterion; multi-label hinge
    loss; multi-label SVM; labels as a list of indices padded with -1; rank the right
    tags before the wrong ones; target of indices instead of a multi-hot row; hinge with
    several correct classes at once; margin loss when several categories are right; why
    does the target contain -1; multilabel margin with integer targets; target row
    filled up with -1 after the true class numbers; hinge loss for pictures with many
    tags; several true classes must score higher than the false ones
"""

import torch
import torch.nn.functional as F
from torch import nn

scores = torch.tensor([[0.1, 0.2, 0.4, 0.8]])
target = torch.tensor([[3, 0, -1, 1]])  # (1, 4): labels 3 and 0

loss_fn = nn.MultiLabelMarginLoss()  # <-
loss = loss_fn(scores, target)  # a quarter of 0.4 + 0.6 + 1.1 + 1.3
print(loss)
#> tensor(0.8500)
print(F.multilabel_margin_loss(scores, target))
#> tensor(0.8500)
