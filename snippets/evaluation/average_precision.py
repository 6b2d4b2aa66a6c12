r"""Average precision: the precision at each case that is found.

The area under the precision-recall curve, summed in steps. It looks at the positives
only, and suits rare ones: guessing gives their share, not 0.5. Detection calls its mean
over classes mAP.

$$AP = \sum_k (R_k - R_{k-1}) P_k$$

Attributes: Shapes
    scores: (N,) float32
    target: (N,) float32, 1 for a positive
    precision: (N,) float32, at each rank
    ap: () float32
"""

import torch

scores = torch.tensor([0.9, 0.8, 0.7, 0.6, 0.5])
target = torch.tensor([1.0, 0.0, 1.0, 0.0, 0.0])

ranked = target[scores.argsort(descending=True)]
found = ranked.cumsum(dim=0)
precision = found / torch.arange(1, len(ranked) + 1)
print(precision)
#> tensor([1.0000, 0.5000, 0.6667, 0.5000, 0.4000])
ap = (precision * ranked).sum() / ranked.sum()  # recall rises at the positives only
print(ap)
#> tensor(0.8333)
