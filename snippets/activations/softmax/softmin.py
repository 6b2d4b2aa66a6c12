r"""Softmin: probabilities that favour the smallest.

Softmax of the negated input: for distances or costs, where small is good.

$$\text{Softmin}(x)_i = \frac{e^{-x_i}}{\sum_j e^{-x_j}}$$

Attributes: Shapes
    distances: (N, C) float32
    weights: (N, C) float32, in (0, 1)

Asked as:
    F.softmin; softmax of the negative; nn.SoftMin; turn distances into weights; the
    closest gets the largest weight; costs into a distribution; soft argmin over
    disparities; low score should mean high probability; smallest gets the most weight;
    softmax with a minus sign; nearest neighbour gets the highest probability; larger
    value, smaller probability; soft nearest neighbour assignment; invert softmax so
    that low is likely; weights from costs or errors
"""

import torch
import torch.nn.functional as F
from torch import nn

distances = torch.tensor([[1.0, 2.0, 3.0]])  # (1, 3)

activation = nn.Softmin(dim=1)  # <-
weights = activation(distances)
print(weights)
#> tensor([[0.6652, 0.2447, 0.0900]])
print(F.softmin(distances, dim=1).equal(weights))
#> True
print(torch.softmax(-distances, dim=1).equal(weights))
#> True
