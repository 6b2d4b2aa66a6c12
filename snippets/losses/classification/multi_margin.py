r"""MultiMarginLoss: the right class above every other, by a margin.

A hinge loss of a multi-class support vector machine. A class that is `margin`
(default 1) below the right one costs nothing. `p=2` squares the violations.

$$\ell = \frac{1}{N} \sum_n \frac{1}{C} \sum_{i \ne y_n}
\max(0, \text{margin} - x_{n,y_n} + x_{n,i})^p$$

Attributes: Shapes
    scores: (N, C) float32
    target: (N,) int64, class index in [0, C)
    loss: () float32

Raises:
    ValueError: `nn.MultiMarginLoss(p=3)` only p == 1 and p == 2 supported

Asked as:
    multiclass hinge loss; F.multi_margin_loss; tf.keras.losses.CategoricalHinge; Lua
    Torch MultiMarginCriterion; SVM loss of CS231n; train a linear SVM with many
    classes; Weston-Watkins; squared hinge; max-margin classifier instead of softmax;
    sklearn LinearSVC on top of a network; hinge for more than two classes; support
    vector machine as the last layer; margin between the correct class and the others;
    categorical_hinge; SVM style loss in a neural net; margin loss for many classes with
    a single label each; correct class should win by at least one; hinge loss
"""

import torch
import torch.nn.functional as F
from torch import nn

scores = torch.tensor([[0.1, 0.2, 0.4, 0.8], [3.0, 0.0, 0.0, 0.0]])
target = torch.tensor([3, 0])

loss_fn = nn.MultiMarginLoss()  # <-
loss = loss_fn(scores, target)  # mean of (0.3 + 0.4 + 0.6) / 4 and 0
print(loss)
#> tensor(0.1625)
print(F.multi_margin_loss(scores, target))
#> tensor(0.1625)
