"""Each formula of the options in NumPy, against the library, in float64."""

import numpy as np
import pytest
import torch
from support import says
from torch import nn

from cheatsheet.catalog import SNIPPETS

rng = np.random.default_rng(0)
N, C = 30, 5
X = 2 * rng.standard_normal((N, C))
Y = rng.integers(0, C, N)
LOG_P = X - np.log(np.exp(X).sum(1, keepdims=True))


def agree(loss_fn, inputs, expected):
    found = loss_fn(*map(torch.from_numpy, inputs)).numpy()
    np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-12)


def test_class_weights():
    weight = rng.random(C) + 0.1
    each = -LOG_P[np.arange(N), Y]
    expected = (weight[Y] * each).sum() / weight[Y].sum()
    agree(nn.CrossEntropyLoss(torch.from_numpy(weight)), (X, Y), expected)
    agree(nn.CrossEntropyLoss(torch.full((C,), 2.0, dtype=torch.float64)), (X, Y), each.mean())


@pytest.mark.parametrize("epsilon", [0.1, 0.5])
def test_label_smoothing(epsilon):
    q = (1 - epsilon) * np.eye(C)[Y] + epsilon / C
    expected = -(q * LOG_P).sum(1).mean()
    agree(nn.CrossEntropyLoss(label_smoothing=epsilon), (X, Y), expected)


@says("losses/options/custom_loss", "smooth at zero")
@pytest.mark.parametrize("distance", [1.0, 1e-2, 0.0])
def test_custom_loss(distance):
    """The root is smooth at zero: its gradient is 0 there, and the sign of the error far away."""
    space = {}
    exec((SNIPPETS / "losses/options/custom_loss.py").read_text(), space)
    x = rng.standard_normal(N)
    error = distance * np.sign(rng.standard_normal(N))
    weight, eps = rng.random(N), 1e-6
    prediction = torch.from_numpy(x + error).requires_grad_()
    loss = space["WeightedL1"](torch.from_numpy(weight))(prediction, torch.from_numpy(x))
    error = x + error - x  # as rounded
    expected = (weight * np.sqrt(error**2 + eps)).sum() / N
    np.testing.assert_allclose(loss.item(), expected, rtol=1e-12)
    loss.backward()
    slope = weight * error / np.sqrt(error**2 + eps) / N
    np.testing.assert_allclose(prediction.grad, slope, rtol=1e-9, atol=1e-15)


def test_pos_weight():
    target = rng.integers(0, 2, (N, C)).astype(float)
    weight = rng.random(C) * 5
    p = 1 / (1 + np.exp(-X))
    each = -weight * target * np.log(p) - (1 - target) * np.log(1 - p)
    loss_fn = nn.BCEWithLogitsLoss(pos_weight=torch.from_numpy(weight), reduction="none")
    agree(loss_fn, (X, target), each)
