r"""Accuracy: the share of predictions that are right.

`argmax` over the class dimension; no softmax is needed, it does not change the order.
With rare classes it misleads: always saying "healthy" is right 99 times in 100.

$$\text{accuracy} = \frac{1}{N} \sum_n [\hat{y}_n = y_n]$$

Attributes: Shapes
    logits: (N, C) float32
    target: (N,) int64
    predicted: (N,) int64
    accuracy: () float32
"""

import torch

logits = torch.tensor([[2.0, 0.5, 0.1], [0.1, 0.2, 0.9], [1, 3, 0], [3, 2, 1]])
target = torch.tensor([0, 2, 1, 2])

predicted = logits.argmax(dim=1)
accuracy = (predicted == target).float().mean()
print(predicted, accuracy)
#> tensor([0, 2, 1, 0]) tensor(0.7500)

wrong = (predicted != target).nonzero().squeeze(1)
print(wrong)  # which samples to look at
#> tensor([3])
