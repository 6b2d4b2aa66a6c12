r"""ROC AUC: the chance that a positive scores above a negative.

It needs scores, not decisions, and no threshold. 0.5 is guessing, 1 is perfect order.
Ties count one half. With one class alone it is NaN. With few positives look at the
average precision too.

$$\text{AUC} = \frac{1}{P N} \sum_{i \in +} \sum_{j \in -}
\left( [s_i > s_j] + \tfrac{1}{2} [s_i = s_j] \right)$$

Attributes: Shapes
    scores: (M,) float32
    target: (M,) int64
    auc: () float64

Asked as:
    calculate the auc score; AUROC; ROC curve; area under the roc curve; area under the
    curve; receiver operating characteristic; sklearn.metrics.roc_auc_score;
    keras.metrics.AUC; Mann-Whitney U; concordance index, c-statistic; perfcurve, pROC;
    true positive rate against false positive rate; tpr and fpr curve, integral under
    it; probability of ranking a random positive higher; are positives ranked before
    negatives; how well do scores separate two groups, ill from healthy; quality of a
    binary classifier independent of threshold or cutoff; AUC below 0.5; compute the AUC
"""

import torch


def roc_auc(scores, target):
    positive, negative = scores[target == 1], scores[target == 0]
    negative = negative.sort().values
    below = torch.searchsorted(negative, positive)
    not_above = torch.searchsorted(negative, positive, right=True)  # with the ties
    return ((below + not_above) / 2).double().mean() / len(negative)


scores = torch.tensor([0.9, 0.8, 0.7, 0.6, 0.5, 0.5])
target = torch.tensor([1, 1, 0, 1, 0, 1])
auc = roc_auc(scores, target)  # <-
print(auc)
#> tensor(0.6875, dtype=torch.float64)
print(roc_auc(-scores, target))  # the order turned over
#> tensor(0.3125, dtype=torch.float64)
