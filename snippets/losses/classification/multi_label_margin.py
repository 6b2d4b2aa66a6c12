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
"""

import torch
from torch import nn

scores = torch.tensor([[0.1, 0.2, 0.4, 0.8]])
target = torch.tensor([[3, 0, -1, 1]])  # (1, 4): labels 3 and 0

loss_fn = nn.MultiLabelMarginLoss()
loss = loss_fn(scores, target)  # a quarter of 0.4 + 0.6 + 1.1 + 1.3
print(loss)
#> tensor(0.8500)
