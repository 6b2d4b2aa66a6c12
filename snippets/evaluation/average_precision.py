r"""Average precision: the precision at each case that is found.

The area under the precision-recall curve, summed in steps. It suits rare positives:
guessing gives their share, not 0.5. Equal scores are one step. Without a positive it is
NaN. Detection calls its mean over classes mAP.

$$AP = \sum_k (R_k - R_{k-1}) P_k$$

Attributes: Shapes
    scores: (N,) float32
    target: (N,) float32, 1 for a positive
    precision: (N,) float32, at each rank
    ap: () float32

Asked as:
    mAP; mean average precision; map metric for detection; mAP of a detector; AP of an
    object detection model, computed from scores; calculate AP; average_precision_score;
    precision_recall_curve; AUPRC; PR AUC; AUC(curve="PR"); area under the
    precision-recall curve; integral of the precision recall curve; AUC for very
    imbalanced data; better metric than ROC AUC when positives are very rare; ROC looks
    great but positives are rare, needle in a haystack; metric for a ranking with few
    relevant items, information retrieval; precision at rank k
"""

import torch

scores = torch.tensor([0.9, 0.8, 0.7, 0.7, 0.5])
target = torch.tensor([1.0, 0.0, 1.0, 0.0, 0.0])

ranked, order = scores.sort(descending=True)
found = target[order].cumsum(dim=0)
precision = found / torch.arange(1, len(found) + 1)
print(precision)
#> tensor([1.0000, 0.5000, 0.6667, 0.5000, 0.4000])
last = torch.ones_like(ranked, dtype=torch.bool)  # of the equal scores
last[:-1] = ranked[1:] != ranked[:-1]
steps = found[last].diff(prepend=torch.zeros(1))
ap = (steps * precision[last]).sum() / target.sum()  # <-
print(ap)
#> tensor(0.7500)
