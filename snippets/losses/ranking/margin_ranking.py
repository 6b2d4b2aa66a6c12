r"""MarginRankingLoss: the first score above the second, or below it.

The target is 1 where `input1` should rank higher and -1 where `input2` should. A pair
that is right by more than `margin` (default 0) costs nothing.

$$\ell = \frac{1}{N} \sum_n \max(0, -y_n (x_{1,n} - x_{2,n}) + \text{margin})$$

Attributes: Shapes
    first: (N,) float32, scores
    second: (N,) float32, scores
    target: (N,) float32, 1 or -1
    loss: () float32

Asked as:
    pairwise ranking loss; learning to rank; F.margin_ranking_loss; Lua Torch
    MarginRankingCriterion; which of two items is better, A before B; learn from
    pairwise preferences, reward model; learn to order search results, relevant before
    irrelevant; hinge on the difference of two outputs; recommender that orders items;
    train from comparisons; train scores so that the better one comes first; rank
    documents or products; score of the clicked item above the other; prefer one item
    over another; compare two scores, target 1 or -1; RankNet-like loss, order of two
    outputs; relative comparison instead of absolute labels; first choice should have a
    larger score than the second
"""

import torch
import torch.nn.functional as F
from torch import nn

first = torch.tensor([2.0, 1.0, 0.5])
second = torch.tensor([1.0, 2.0, 0.0])
target = torch.tensor([1.0, 1.0, 1.0])

loss_fn = nn.MarginRankingLoss(margin=1.0)  # <-
loss = loss_fn(first, second, target)  # mean of 0, 2, 0.5
print(loss)
#> tensor(0.8333)
print(F.margin_ranking_loss(first, second, target, margin=1.0))
#> tensor(0.8333)
