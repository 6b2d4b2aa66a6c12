r"""F1 score: one number for precision and recall.

Their harmonic mean: low if one of them is low. It is 0/0 where nothing is positive,
true or called: 0 here. $\beta > 1$ weighs recall more: $F_2$ for screening.

$$F_\beta = \frac{(1 + \beta^2) \, TP}{(1 + \beta^2) \, TP + \beta^2 FN + FP}$$

Attributes: Shapes
    predicted: (N,) int64
    target: (N,) int64
    f1: () float64

Asked as:
    calculate the F1 score; f1 of a binary classifier; f measure; f-measure of 0/1
    predictions; sklearn.metrics.f1_score; f1 function, f1 without sklearn;
    keras.metrics.F1Score; fbeta_score, F-beta measure; harmonic mean; f1 = 2 * p * r /
    (p + r); f-score from tp, fp and fn; combine precision and recall in a single
    metric; single metric for an imbalanced yes-or-no problem; F2, missing a case is
    worse than a false alarm; recall matters twice as much as precision; dice
    coefficient of two masks; dice score for segmentation; division by zero when nothing
    is predicted positive; F1 or accuracy
"""

import torch


def f_score(predicted, target, beta=1.0):
    tp = ((predicted == 1) & (target == 1)).sum().double()
    fp = ((predicted == 1) & (target == 0)).sum()
    fn = ((predicted == 0) & (target == 1)).sum()
    weighted = (1 + beta**2) * tp
    return torch.nan_to_num(weighted / (weighted + beta**2 * fn + fp))


predicted = torch.tensor([1, 1, 1, 0, 0, 0, 0, 0])
target = torch.tensor([1, 1, 0, 1, 1, 0, 0, 0])  # precision 2/3, recall 2/4
f1 = f_score(predicted, target)  # <-
print(f1)
#> tensor(0.5714, dtype=torch.float64)
print(f_score(predicted, target, beta=2.0))
#> tensor(0.5263, dtype=torch.float64)
print(f_score(torch.zeros_like(target), target))
#> tensor(0., dtype=torch.float64)
