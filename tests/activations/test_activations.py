"""Each activation's formula in NumPy, and the range its entry states, in float64."""

import math
import re

import numpy as np
import pytest
import torch
from scipy.special import erf
from support import ENTRIES, says
from torch import nn

X = np.concatenate([np.linspace(-9, 9, 721), [-1e5, -300, 300, 1e5]])
ALPHA, SCALE = 1.6732632423543772, 1.0507009873554805  # SELU, Klambauer et al. 2017
STATED = {
    entry.path.stem: re.search(r"([\[(])(\S+), (\S+)([\])])", row.description).groups()
    for entry in ENTRIES
    if entry.name.startswith("activations/")
    for row in entry.shapes
    if row.name == "y" and " in " in f" {row.description}"
}


def agree(stem, activation, formula):
    """The library follows the formula, and stays in the stated range, whose ends it reaches."""
    with np.errstate(over="ignore", invalid="ignore"):
        expected = formula(X)
    found = activation.double().eval()(torch.from_numpy(X)).detach().numpy()
    np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-12)
    _, low, high, _ = STATED[stem]
    for stated, reached in ((low, found.min()), (high, found.max())):
        if "inf" in stated:
            assert abs(reached) > 100
        else:
            digits = len(stated.partition(".")[2])
            assert abs(reached - float(stated)) <= 0.5 * 10.0**-digits + 1e-4


def sigmoid(x):
    return np.where(x >= 0, 1 / (1 + np.exp(-abs(x))), np.exp(-abs(x)) / (1 + np.exp(-abs(x))))


def softplus(x):
    return np.maximum(x, 0) + np.log1p(np.exp(-abs(x)))


@says("activations/relu_family/relu", "in [0, inf)")
def test_relu():
    agree("relu", nn.ReLU(), lambda x: np.maximum(0, x))


@says("activations/relu_family/leaky_relu", "in (-inf, inf)")
def test_leaky_relu():
    agree("leaky_relu", nn.LeakyReLU(0.1), lambda x: np.where(x >= 0, x, 0.1 * x))


@says("activations/relu_family/prelu", "in (-inf, inf)")
def test_prelu():
    agree("prelu", nn.PReLU(), lambda x: np.maximum(0, x) + 0.25 * np.minimum(0, x))


@says("activations/relu_family/rrelu", "in (-inf, inf)")
def test_rrelu():
    agree("rrelu", nn.RReLU(0.1, 0.3), lambda x: np.where(x >= 0, x, 0.2 * x))
    torch.manual_seed(0)
    slopes = -nn.RReLU(0.1, 0.3)(torch.full((100_000,), -1.0, dtype=torch.float64)).numpy()
    assert 0.1 <= slopes.min() < 0.101
    assert 0.299 < slopes.max() <= 0.3
    # Five standard errors of the mean of U(0.1, 0.3).
    assert abs(slopes.mean() - 0.2) < 5 * 0.2 / math.sqrt(12) / math.sqrt(100_000)


@says("activations/relu_family/relu6", "in [0, 6]")
def test_relu6():
    agree("relu6", nn.ReLU6(), lambda x: np.minimum(np.maximum(0, x), 6))


def test_threshold():
    found = nn.Threshold(1.0, -5.0)(torch.from_numpy(X)).numpy()
    np.testing.assert_array_equal(found, np.where(X > 1, X, -5.0))


@says("activations/relu_family/elu", "in (-1, inf)")
def test_elu():
    agree("elu", nn.ELU(), lambda x: np.where(x > 0, x, np.exp(np.minimum(x, 0)) - 1))


@says("activations/relu_family/selu", "in (-1.7581, inf)")
def test_selu():
    agree(
        "selu", nn.SELU(), lambda x: SCALE * np.where(x > 0, x, ALPHA * np.expm1(np.minimum(x, 0)))
    )


@says("activations/relu_family/celu", "in (-2, inf)")
def test_celu():
    agree(
        "celu",
        nn.CELU(2.0),
        lambda x: np.maximum(0, x) + np.minimum(0, 2 * np.expm1(np.minimum(x, 0) / 2)),
    )


@says("activations/smooth/gelu", "in [-0.17, inf)")
def test_gelu():
    agree("gelu", nn.GELU(), lambda x: x / 2 * (1 + erf(x / math.sqrt(2))))


@says("activations/smooth/silu", "in [-0.278, inf)")
def test_silu():
    agree("silu", nn.SiLU(), lambda x: x * sigmoid(x))


@says("activations/smooth/mish", "in [-0.309, inf)")
def test_mish():
    agree("mish", nn.Mish(), lambda x: x * np.tanh(softplus(x)))


@pytest.mark.parametrize("beta", [0.5, 1, 10])
def test_softplus(beta):
    x = np.linspace(-1.9, 1.9, 99)  # beta x below the threshold of 20
    found = nn.Softplus(beta=beta)(torch.from_numpy(x)).numpy()
    np.testing.assert_allclose(found, np.log1p(np.exp(beta * x)) / beta, rtol=1e-12)


@says("activations/smooth/softplus", "in (0, inf)")
def test_softplus_range():
    with np.errstate(over="ignore"):
        tail = nn.Softplus()(torch.from_numpy(X)).numpy()
    np.testing.assert_allclose(tail, softplus(X), rtol=3e-9, atol=1e-12)  # x itself above 20
    assert tail.min() >= 0


@says("activations/smooth/hardswish", "in [-0.375, inf)")
def test_hardswish():
    agree(
        "hardswish",
        nn.Hardswish(),
        lambda x: np.where(x <= -3, 0, np.where(x >= 3, x, x * (x + 3) / 6)),
    )


@says("activations/bounded/sigmoid", "in (0, 1)")
def test_sigmoid():
    agree("sigmoid", nn.Sigmoid(), sigmoid)


@says("activations/bounded/log_sigmoid", "in (-inf, 0)")
def test_log_sigmoid():
    agree("log_sigmoid", nn.LogSigmoid(), lambda x: -softplus(-x))


@says("activations/bounded/hardsigmoid", "in [0, 1]")
def test_hardsigmoid():
    agree("hardsigmoid", nn.Hardsigmoid(), lambda x: np.clip((x + 3) / 6, 0, 1))


@says("activations/bounded/tanh", "in (-1, 1)")
def test_tanh():
    agree(
        "tanh", nn.Tanh(), lambda x: np.sign(x) * -np.expm1(-2 * abs(x)) / (1 + np.exp(-2 * abs(x)))
    )


@says("activations/bounded/hardtanh", "in [-1, 1]")
def test_hardtanh():
    agree("hardtanh", nn.Hardtanh(), lambda x: np.minimum(np.maximum(-1, x), 1))


@says("activations/bounded/softsign", "in (-1, 1)")
def test_softsign():
    agree("softsign", nn.Softsign(), lambda x: x / (1 + abs(x)))


@says("activations/bounded/tanhshrink", "in (-inf, inf)")
def test_tanhshrink():
    agree("tanhshrink", nn.Tanhshrink(), lambda x: x - np.tanh(x))


@says("activations/bounded/softshrink", "in (-inf, inf)")
def test_softshrink():
    agree("softshrink", nn.Softshrink(0.5), lambda x: np.sign(x) * np.maximum(abs(x) - 0.5, 0))


@says("activations/bounded/hardshrink", "in (-inf, inf)")
def test_hardshrink():
    agree("hardshrink", nn.Hardshrink(0.5), lambda x: np.where(abs(x) > 0.5, x, 0))


LOGITS = np.random.default_rng(0).normal(size=(6, 5, 3, 2))


def normalised(x, axis):
    return np.exp(x) / np.exp(x).sum(axis, keepdims=True)


@pytest.mark.parametrize("dim", [0, 1, -1])
def test_softmax_layer(dim):
    found = nn.Softmax(dim)(torch.from_numpy(LOGITS)).numpy()
    np.testing.assert_allclose(found, normalised(LOGITS, dim), rtol=1e-12)


@pytest.mark.parametrize("dim", [0, 1, -1])
def test_log_softmax(dim):
    found = nn.LogSoftmax(dim)(torch.from_numpy(LOGITS)).numpy()
    expected = LOGITS - np.log(np.exp(LOGITS).sum(dim, keepdims=True))
    np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-14)


@pytest.mark.parametrize("dim", [0, 1, -1])
def test_softmin(dim):
    found = nn.Softmin(dim)(torch.from_numpy(LOGITS)).numpy()
    np.testing.assert_allclose(found, normalised(-LOGITS, dim), rtol=1e-12)


def test_softmax2d():
    found = nn.Softmax2d()(torch.from_numpy(LOGITS)).numpy()
    np.testing.assert_allclose(found, normalised(LOGITS, 1), rtol=1e-12)


@pytest.mark.parametrize("dim", [0, 1, -1])
def test_glu(dim):
    x = np.concatenate([LOGITS, LOGITS[::-1] + 1], axis=dim)
    a, b = np.split(x, 2, axis=dim)
    found = nn.GLU(dim)(torch.from_numpy(x)).numpy()
    np.testing.assert_allclose(found, a * sigmoid(b), rtol=1e-12)


def test_gumbel_softmax_draws_with_the_probabilities():
    torch.manual_seed(0)
    probs = torch.tensor([0.7, 0.2, 0.1], dtype=torch.float64)
    hard = torch.nn.functional.gumbel_softmax(probs.log().repeat(100_000, 1), hard=True)
    # Five standard errors of a share of 100,000 draws.
    assert ((hard.mean(0) - probs).abs() < 5 * (probs * (1 - probs) / 100_000).sqrt()).all()
