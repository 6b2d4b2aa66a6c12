r"""pos_weight: the positives of a yes-or-no question count more.

An argument of `BCEWithLogitsLoss`: one number, or one a class, which for maps (N, C, H,
W) has shape (C, 1, 1). The usual value is negatives divided by positives. Unlike class
weights it does not change what the mean divides by.

$$\ell_n = -w \, y_n \log \sigma(x_n) - (1 - y_n) \log (1 - \sigma(x_n))$$

Attributes: Shapes
    logits: (N, C) float32
    target: (N, C) float32, 0 or 1
    pos_weight: (C,) float32, one number a class
    each: (N, C) float32

Asked as:
    imbalanced binary classification; scale_pos_weight of XGBoost;
    tf.nn.weighted_cross_entropy_with_logits; very few positive samples among many
    negatives; classifier always says 0; model never finds the sick patients; ratio of
    negatives to positives; fraud, only 1 % are positive; imbalance in multi-label data;
    weighted BCE for heavily imbalanced labels; imbalanced binary problem, make the loss
    care about positives; how to calculate pos_weight; false negatives are worse than
    false positives; binary data with a ratio of 1 to 99; too few positives, recall is
    zero; penalise missed positives more in binary cross entropy; weight for class 1 in
    a yes-no classifier; weight a rare positive class in BCEWithLogitsLoss
"""

import torch
from torch import nn

logits = torch.zeros(4, 2)
target = torch.tensor([[1.0, 0.0], [0.0, 0.0], [0.0, 1.0], [0.0, 1.0]])

positives = target.sum(dim=0)
pos_weight = (len(target) - positives) / positives.clamp(min=1)  # never infinite
print(pos_weight)
#> tensor([3., 1.])

loss_fn = nn.BCEWithLogitsLoss(pos_weight=pos_weight, reduction="none")  # <-
each = loss_fn(logits, target)
print(each)
#> tensor([[2.0794, 0.6931],
#>         [0.6931, 0.6931],
#>         [0.6931, 0.6931],
#>         [0.6931, 0.6931]])
