"""Threshold: from one logit to yes or no.

A logit above 0 is a probability above 0.5. The threshold is a choice: lower it to find
more cases at the price of more alarms, and choose it on the validation set, never on
the test set.

Attributes: Shapes
    logits: (N,) float32
    target: (N,) bool
    probability: (N,) float32
"""

import torch

logits = torch.tensor([3.0, 1.0, 0.4, -0.4, -1.0, -3.0])
target = torch.tensor([True, True, False, True, False, False])

probability = logits.sigmoid()
print(torch.equal(logits > 0, probability > 0.5))
#> True

for threshold in (0.7, 0.5, 0.35):
    called = probability > threshold
    precision = (called & target).sum() / called.sum()
    recall = (called & target).sum() / target.sum()
    print(f"above {threshold}: precision {precision:.2f}, recall {recall:.2f}")
    #> above 0.7: precision 1.00, recall 0.67
    #> above 0.5: precision 0.67, recall 0.67
    #> above 0.35: precision 0.75, recall 1.00
