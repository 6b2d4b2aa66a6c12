"""Calibration: is it right as often as it says?

Predictions are put into bins by their confidence, the largest probability of a row. In
each, the share that is right is compared with the mean confidence: a bar below the line
is over-confident. The expected calibration error is the mean gap, weighted by the
samples of a bin; it can depend on the number of bins. It says nothing about accuracy: a
model that gives each sample the shares of the classes has an error of 0. To mend it see
[temperature scaling](../predict/index.md#temperature_scaling).

Attributes: Shapes
    confidence: (N,) float64
    right: (N,) float64, 1 where the prediction is right
    ece: () float64

Asked as:
    expected calibration error; ECE; reliability diagram; reliability curve;
    calibration_curve of sklearn; are the probabilities of my network trustworthy;
    overconfident network; does 0.9 mean right in nine of ten cases; plot confidence
    against accuracy; torchmetrics CalibrationError; calibrated probabilities; how
    reliable is the softmax score; are the probabilities of my classifier honest
"""
# needs: matplotlib

import matplotlib.pyplot as plt
import torch
from sklearn.datasets import load_digits
from sklearn.naive_bayes import GaussianNB

digits = load_digits()
model = GaussianNB(var_smoothing=1e-2)  # well known to be over-confident
model.fit(digits.data[:900], digits.target[:900])
probs = torch.tensor(model.predict_proba(digits.data[900:]))
target = torch.tensor(digits.target[900:])

confidence, predicted = probs.max(dim=1)
right = (predicted == target).double()
bins = 10
number = (confidence * bins).long().clamp(max=bins - 1)  # the bin of each sample
count = number.bincount(minlength=bins)
says = number.bincount(confidence, minlength=bins) / count
does = number.bincount(right, minlength=bins) / count
ece = ((says - does).abs() * count).nansum() / count.sum()  # <-
print(f"right {right.mean():.2f}, says {confidence.mean():.2f}, ECE {ece:.3f}")
#> right 0.89, says 0.99, ECE 0.107

figure, axes = plt.subplots(figsize=(3.6, 3.2))
centres = (torch.arange(bins) + 0.5) / bins
axes.bar(centres.numpy(), does.nan_to_num().numpy(), width=0.09)
axes.plot([0, 1], [0, 1], color="grey", linestyle="--")
axes.set(xlabel="confidence", ylabel="share that is right")
axes.set_title("Reliability diagram of a naive Bayes classifier")
plt.show()
