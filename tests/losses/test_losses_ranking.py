"""Each formula of the ranking and embedding losses in NumPy, against the library, in float64."""

import numpy as np
import pytest
import torch
from torch import nn

REDUCE = {"none": lambda each: each, "mean": np.mean, "sum": np.sum}
reductions = pytest.mark.parametrize("reduction", REDUCE)
margins = pytest.mark.parametrize("margin", [0.2, 1.0])
rng = np.random.default_rng(0)
FIRST, SECOND, THIRD = rng.standard_normal((3, 40, 5))
SIGN = rng.choice([-1.0, 1.0], 40)


def agree(loss_fn, inputs, each, reduction):
    found = loss_fn(*map(torch.from_numpy, inputs)).numpy()
    np.testing.assert_allclose(found, REDUCE[reduction](each), rtol=1e-12, atol=1e-12)


def cosine(a, b):
    return (a * b).sum(1) / np.linalg.norm(a, axis=1) / np.linalg.norm(b, axis=1)


@reductions
@margins
def test_margin_ranking(reduction, margin):
    a, b = FIRST[:, 0], SECOND[:, 0]
    each = np.maximum(0, -SIGN * (a - b) + margin)
    agree(nn.MarginRankingLoss(margin, reduction=reduction), (a, b, SIGN), each, reduction)


@reductions
@margins
def test_hinge_embedding(reduction, margin):
    x = abs(FIRST[:, 0])
    each = np.where(SIGN == 1, x, np.maximum(0, margin - x))
    agree(nn.HingeEmbeddingLoss(margin, reduction=reduction), (x, SIGN), each, reduction)


@reductions
@margins
def test_cosine_embedding(reduction, margin):
    cos = cosine(FIRST, SECOND)
    each = np.where(SIGN == 1, 1 - cos, np.maximum(0, cos - margin))
    loss_fn = nn.CosineEmbeddingLoss(margin, reduction=reduction)
    agree(loss_fn, (FIRST, SECOND, SIGN), each, reduction)


@reductions
@margins
@pytest.mark.parametrize("p", [1.0, 2.0])
def test_triplet_margin(reduction, margin, p):
    def distance(a, b):
        return (abs(a - b + 1e-6) ** p).sum(1) ** (1 / p)

    each = np.maximum(0, distance(FIRST, SECOND) - distance(FIRST, THIRD) + margin)
    loss_fn = nn.TripletMarginLoss(margin, p=p, reduction=reduction)
    agree(loss_fn, (FIRST, SECOND, THIRD), each, reduction)


@reductions
@margins
def test_triplet_margin_with_distance(reduction, margin):
    each = np.maximum(0, -cosine(FIRST, SECOND) + cosine(FIRST, THIRD) + margin)
    loss_fn = nn.TripletMarginWithDistanceLoss(
        distance_function=lambda a, b: 1 - nn.functional.cosine_similarity(a, b),
        margin=margin,
        reduction=reduction,
    )
    agree(loss_fn, (FIRST, SECOND, THIRD), each, reduction)
