r"""Accuracy: the share of predictions that are right.

`argmax` over the class dimension; no softmax is needed. With rare classes it misleads:
where one case in 100 is ill, "healthy" is right 99 times.

$$\text{accuracy} = \frac{1}{N} \sum_n [\hat{y}_n = y_n]$$

Attributes: Shapes
    logits: (N, C) float32
    target: (N,) int64
    predicted: (N,) int64
    accuracy: () float32

Asked as:
    compute the accuracy of a classifier; measure how accurate my network is; compare
    predicted with true labels: how many percent are correct; how often does the model
    get it right; number of correct predictions; hit rate, number of correct guesses;
    calculate acc from outputs or logits and targets; argmax equals label, then take the
    mean; (pred == labels).sum() / len(labels); correct += (predicted ==
    labels).sum().item(); torch.max(outputs, 1) and count the matches; accuracy_score;
    SparseCategoricalAccuracy, metrics=["accuracy"]; predicted class from logits; error
    rate of a classifier; do I need softmax before argmax; which images did the network
    get wrong, find misclassified samples; 99 % correct but useless on imbalanced data;
    accuracy; calculate the accuracy; show the wrong predictions; how many predictions
    are right; percentage of correct predictions; accuracy on the test set
"""

import torch

logits = torch.tensor([[2.0, 0.5, 0.1], [0.1, 0.2, 0.9], [1, 3, 0], [3, 2, 1]])
target = torch.tensor([0, 2, 1, 2])

predicted = logits.argmax(dim=1)
accuracy = (predicted == target).float().mean()  # <-
print(predicted)
#> tensor([0, 2, 1, 0])
print(accuracy)
#> tensor(0.7500)

wrong = (predicted != target).nonzero().squeeze(1)
print(wrong)  # which samples to look at
#> tensor([3])
