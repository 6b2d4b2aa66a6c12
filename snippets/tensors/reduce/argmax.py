r"""argmax: where the largest is.

The predicted class is `scores.argmax(dim=1)`: one index a sample. Without `dim` the
index counts in the flattened tensor. Among equals, the first.

Attributes: Shapes
    scores: (N, C) float32
    pred: (N,) int64
    target: (N,) int64

Asked as:
    predicted class from the output of the network; argmin; index of the highest score
    per row; turn network outputs into class numbers; class with the highest
    probability; predict_classes in keras; from probabilities to labels; most likely
    token; greedy action; which.max in R; which class wins; find the index of the
    largest element, position of the maximum; predicted label from logits; column with
    the highest value; scores to class ids; index of the biggest value in each row;
    index of the largest value
"""

import torch

scores = torch.tensor([[0.1, 0.2, 0.7], [0.8, 0.1, 0.1]])
pred = scores.argmax(dim=1)  # <-
print(pred)
#> tensor([2, 0])

target = torch.tensor([2, 1])
print((pred == target).float().mean())  # accuracy
#> tensor(0.5000)
print(scores.argmax())  # row 1, column 0: 1 * 3 + 0
#> tensor(3)
print(scores.argmin(dim=1))
#> tensor([0, 1])
