"""Accuracy of (N,) against (N, 1): 8 correct of 4.

Comparing broadcasts and does not warn: predictions (N,) with labels (N, 1) are N times
N comparisons. Their sum, divided by N, may exceed 1. Their mean does not: on two
classes of equal size it is 0.5 whatever the model predicts, a perfect one too, and
looks like chance. Give both the same shape, and assert it. It happens in the formula of
a loss as well: [column against row](#column_against_row).

Attributes: Shapes
    predicted: (N,) int64
    target: (N, 1) int64

Asked as:
    accuracy above 1; accuracy over 100 percent; accuracy of 200 percent; more correct
    predictions than samples; accuracy is always 0.5 in binary classification although
    the loss falls; (pred == labels).sum() is too large; labels of shape (N, 1) in the
    accuracy; accuracy larger than the number of samples; predictions == labels gives a
    matrix; accuracy stuck at 50 percent and loss goes to zero; compare (N,) with (N, 1)
"""

import torch

predicted = torch.tensor([1, 0, 1, 0])  # (4,)
target = torch.tensor([[1], [0], [1], [0]])  # (4, 1): four right answers

# Wrong: 16 comparisons.
hits = predicted == target  # (4, 4)
print(hits.sum().item(), "correct of", len(target))
#> 8 correct of 4
print(hits.float().mean())
#> tensor(0.5000)

# Right: the same shape.
assert predicted.shape == target.squeeze(1).shape
hits = predicted == target.squeeze(1)  # <- (4,)
print(hits.sum().item(), "correct of", len(target))
#> 4 correct of 4
print(hits.float().mean())
#> tensor(1.)
