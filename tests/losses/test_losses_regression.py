"""Each formula of the regression losses in NumPy, against the library, in float64."""

import math

import numpy as np
import pytest
import torch
from torch import nn

REDUCE = {"none": lambda each: each, "mean": np.mean, "sum": np.sum}
reductions = pytest.mark.parametrize("reduction", REDUCE)


def draw(*shapes, seed=0):
    rng = np.random.default_rng(seed)
    return [3 * rng.standard_normal(shape) for shape in shapes]


def agree(loss_fn, inputs, each, reduction):
    found = loss_fn(*map(torch.from_numpy, inputs)).numpy()
    np.testing.assert_allclose(found, REDUCE[reduction](each), rtol=1e-12, atol=1e-12)


@reductions
def test_l1(reduction):
    x, y = draw((7, 3), (7, 3))
    agree(nn.L1Loss(reduction=reduction), (x, y), abs(x - y), reduction)


@reductions
def test_mse(reduction):
    x, y = draw((7, 3), (7, 3))
    agree(nn.MSELoss(reduction=reduction), (x, y), (x - y) ** 2, reduction)


@reductions
@pytest.mark.parametrize("beta", [0.3, 1.0, 2.5])
def test_smooth_l1(reduction, beta):
    x, y = draw((70, 3), (70, 3))
    error = abs(x - y)
    each = np.where(error < beta, error**2 / (2 * beta), error - beta / 2)
    agree(nn.SmoothL1Loss(reduction=reduction, beta=beta), (x, y), each, reduction)
    huber = nn.HuberLoss(reduction=reduction, delta=beta)
    agree(huber, (x, y), each * beta, reduction)  # as the entry says


@reductions
@pytest.mark.parametrize("delta", [0.3, 1.0, 2.5])
def test_huber(reduction, delta):
    x, y = draw((70, 3), (70, 3))
    error = abs(x - y)
    each = np.where(error <= delta, error**2 / 2, delta * (error - delta / 2))
    agree(nn.HuberLoss(reduction=reduction, delta=delta), (x, y), each, reduction)


@reductions
@pytest.mark.parametrize("full", [False, True])
def test_poisson_nll(reduction, full):
    (x,) = draw((50,))
    y = np.random.default_rng(1).poisson(3.0, 50).astype(float)
    each = np.exp(x) - y * x
    if full:
        large = np.maximum(y, 1)
        stirling = large * np.log(large) - large + 0.5 * np.log(2 * math.pi * large)
        each = each + np.where(y > 1, stirling, 0)
    agree(nn.PoissonNLLLoss(reduction=reduction, full=full), (x, y), each, reduction)


@reductions
@pytest.mark.parametrize("full", [False, True])
def test_gaussian_nll(reduction, full):
    x, y, root = draw((50,), (50,), (50,))
    var = root**2 + 0.1
    each = 0.5 * (np.log(var) + (x - y) ** 2 / var) + full * 0.5 * math.log(2 * math.pi)
    agree(nn.GaussianNLLLoss(reduction=reduction, full=full), (x, y, var), each, reduction)
