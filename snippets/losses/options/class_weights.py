r"""class weights: rare classes count more.

`weight` of `CrossEntropyLoss` and `NLLLoss` has one number a class. With
class indices `"mean"` divides by the weights of the targets, not by N, so weights of 2
for every class change nothing. A common choice is the inverse of the class counts.

$$\ell = \frac{\sum_n w_{y_n} \ell_n}{\sum_n w_{y_n}}$$

Attributes: Shapes
    logits: (N, C) float32
    weight: (C,) float32, one number a class
    loss: () float32

Raises:
    RuntimeError: `nn.CrossEntropyLoss(weight=weight[:2])(logits, target)` weight tensor
        should be defined either for all 3 classes or no classes

Asked as:
    class imbalance, change the loss; weighted cross entropy; imbalanced dataset,
    unbalanced classes; class_weight in model.fit; model always predicts the majority
    category; weight vector from the number of samples per class; cost-sensitive
    classification; penalise errors on some labels more;
    nn.CrossEntropyLoss(weight=...); loss divided by the sum of weights; 95 percent of
    the data is one class; imbalanced multiclass classification loss; uneven class
    distribution, skewed data; give a class more importance; cross entropy with unequal
    class sizes; compute_class_weight("balanced") of sklearn; model misses the small
    class, make its errors cost more; very different numbers of images or samples in the
    classes; upweight rare classes in the loss; class imbalance; handle imbalanced
    classes; weighted loss; imbalanced data
"""

import torch
from torch import nn

target = torch.tensor([0, 0, 0, 1])
counts = torch.bincount(target, minlength=3)  # (3,) int64
weight = 1 / counts.clamp(min=1)  # a class without samples keeps 1
print(weight)
#> tensor([0.3333, 1.0000, 1.0000])

logits = torch.zeros(4, 3)
logits[3, 1] = 2.0
each = nn.CrossEntropyLoss(reduction="none")(logits, target)
loss = nn.CrossEntropyLoss(weight=weight)(logits, target)  # <-
print(each.mean(), loss)
#> tensor(0.8838) tensor(0.6691)
print((weight[target] * each).sum() / weight[target].sum())
#> tensor(0.6691)
