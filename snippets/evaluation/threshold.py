"""Threshold: from one logit to yes or no.

A logit above 0 is a probability above 0.5, up to rounding. The threshold is a choice:
lower it to find more cases at the price of more alarms, and choose it on the validation
set, never on the test set.

Attributes: Shapes
    logits: (N,) float32
    target: (N,) bool
    probability: (N,) float32

Asked as:
    choose a decision threshold, cutoff or boundary; which threshold should my
    classifier use; choose the best operating point; yes/no decision from the output, at
    which value do I say yes; turn a probability or sigmoid output into 0 or 1, zeros
    and ones; from sigmoid probabilities to hard labels, class 0 or 1; convert logits to
    binary predictions; when is a logit of a single output neuron counted as positive;
    torch.sigmoid(logits) > 0.5; probs > 0.5; logit > 0; round the output:
    torch.round(torch.sigmoid(output)); BinaryAccuracy threshold=0.5; accuracy of a
    model trained with BCEWithLogitsLoss; labels from multi-label outputs; lower the bar
    so that more sick people are detected; too many false alarms, be stricter;
    predict_proba to predict, trade recall against precision; change the threshold
"""

import torch

logits = torch.tensor([3.0, 1.0, 0.4, -0.4, -1.0, -3.0])
target = torch.tensor([True, True, False, True, False, False])

probability = logits.sigmoid()
print(torch.equal(logits > 0, probability > 0.5))
#> True

for threshold in (0.7, 0.5, 0.35):
    called = probability > threshold  # <-
    precision = (called & target).sum() / called.sum()
    recall = (called & target).sum() / target.sum()
    print(f"above {threshold}: precision {precision:.2f}, recall {recall:.2f}")
    #> above 0.7: precision 1.00, recall 0.67
    #> above 0.5: precision 0.67, recall 0.67
    #> above 0.35: precision 0.75, recall 1.00
