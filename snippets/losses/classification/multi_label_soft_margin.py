r"""MultiLabelSoftMarginLoss: a yes or no for every class, averaged.

Multi-label classification from raw logits. It equals `BCEWithLogitsLoss` averaged over
the classes first, which makes a difference with `reduction="none"` (one number a
sample) and `"sum"`. The target is a row of zeros and ones.

$$\ell = -\frac{1}{N} \sum_n \frac{1}{C} \sum_c \left( y_{n,c} \log \sigma(x_{n,c}) +
(1 - y_{n,c}) \log \sigma(-x_{n,c}) \right)$$

Attributes: Shapes
    logits: (N, C) float32
    target: (N, C) float32, 0 or 1
    each: (N,) float32, one loss a sample

Asked as:
    F.multilabel_soft_margin_loss; Lua Torch MultiLabelSoftMarginCriterion;
    one-versus-all loss; targets from MultiLabelBinarizer; loss per image with several
    labels; how it differs from BCEWithLogitsLoss; multilabel loss that gives one number
    per sample; average the binary losses of all tags of an example; difference between
    multilabel soft margin and BCE; one sigmoid per label, mean over the labels;
    multi-hot targets, one loss value for each row; sigmoid loss over all labels,
    averaged over the classes; movie genres, independent labels; average BCE over the
    classes
"""

import torch
import torch.nn.functional as F
from torch import nn

logits = torch.tensor([[2.0, -1.0, 0.5], [0.0, 3.0, -2.0]])
target = torch.tensor([[1.0, 0.0, 1.0], [0.0, 1.0, 0.0]])

loss_fn = nn.MultiLabelSoftMarginLoss()
print(loss_fn(logits, target))
#> tensor(0.2972)
print(nn.BCEWithLogitsLoss()(logits, target))
#> tensor(0.2972)

each = nn.MultiLabelSoftMarginLoss(reduction="none")(logits, target)  # <-
print(each)
#> tensor([0.3048, 0.2896])
print(F.multilabel_soft_margin_loss(logits, target))
#> tensor(0.2972)
