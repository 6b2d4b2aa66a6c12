"""Each method held to its distribution: a wrong gain, bound or fan fails."""

import math

import numpy as np
import pytest
import torch
from scipy import stats
from support import says
from torch import nn

FAN_OUT, FAN_IN = 400, 600
COUNT = FAN_OUT * FAN_IN


@pytest.fixture(autouse=True)
def seeded():
    torch.manual_seed(0)


def empty():
    return torch.empty(FAN_OUT, FAN_IN, dtype=torch.float64)


def assert_uniform(weight, low, high):
    values = weight.numpy().ravel()
    assert low <= values.min()
    assert values.max() <= high
    # Kolmogorov-Smirnov: the largest distance of the two distribution functions. At 240,000
    # samples it stays below 0.004 for the right bounds; a gain 1 % too large gives 0.005.
    assert stats.kstest(values, "uniform", (low, high - low)).statistic < 0.004


def assert_normal(weight, mean, std):
    values = weight.numpy().ravel()
    error = 4 / math.sqrt(2 * values.size)  # four standard errors of the relative deviation
    assert values.std() == pytest.approx(std, rel=error)
    assert values.mean() == pytest.approx(mean, abs=4 * std / math.sqrt(values.size))
    assert stats.kstest(values, "norm", (mean, std)).statistic < 0.004


@pytest.mark.parametrize("gain", [1.0, 5 / 3])
def test_xavier_uniform(gain):
    bound = gain * math.sqrt(6 / (FAN_IN + FAN_OUT))
    assert_uniform(nn.init.xavier_uniform_(empty(), gain), -bound, bound)


@pytest.mark.parametrize("gain", [1.0, 5 / 3])
def test_xavier_normal(gain):
    assert_normal(
        nn.init.xavier_normal_(empty(), gain), 0, gain * math.sqrt(2 / (FAN_IN + FAN_OUT))
    )


@pytest.mark.parametrize(("mode", "fan"), [("fan_in", FAN_IN), ("fan_out", FAN_OUT)])
@pytest.mark.parametrize(("slope", "gain"), [(0, math.sqrt(2)), (math.sqrt(5), math.sqrt(1 / 3))])
def test_kaiming_uniform(mode, fan, slope, gain):
    bound = gain * math.sqrt(3 / fan)
    assert_uniform(nn.init.kaiming_uniform_(empty(), a=slope, mode=mode), -bound, bound)


@pytest.mark.parametrize(("mode", "fan"), [("fan_in", FAN_IN), ("fan_out", FAN_OUT)])
def test_kaiming_normal(mode, fan):
    weight = nn.init.kaiming_normal_(empty(), mode=mode, nonlinearity="relu")
    assert_normal(weight, 0, math.sqrt(2 / fan))


def test_uniform():
    weight = nn.init.uniform_(empty(), -0.3, 0.3)
    assert_uniform(weight, -0.3, 0.3)
    assert weight.std().item() == pytest.approx(0.6 / math.sqrt(12), rel=0.005)


@says("init/methods/normal", "a normal distribution with the mean and std you say.")
def test_normal():
    assert_normal(nn.init.normal_(empty(), 0.5, 0.02), 0.5, 0.02)


def test_constant():
    assert nn.init.constant_(empty(), 0.1).eq(0.1).all()


@pytest.mark.parametrize("shape", [(3, 5), (5, 3), (4, 4)])
def test_eye(shape):
    assert np.array_equal(nn.init.eye_(torch.empty(shape)).numpy(), np.eye(*shape))


@pytest.mark.parametrize("gain", [1.0, math.sqrt(2)])
@pytest.mark.parametrize("shape", [(20, 30), (30, 20), (16, 3, 3, 3)])
def test_orthogonal(shape, gain):
    weight = nn.init.orthogonal_(torch.empty(shape, dtype=torch.float64), gain).flatten(1).numpy()
    product = weight @ weight.T if weight.shape[0] <= weight.shape[1] else weight.T @ weight
    np.testing.assert_allclose(product, gain**2 * np.eye(len(product)), atol=1e-12)


@pytest.mark.parametrize("sparsity", [0.1, 0.55, 0.9])
def test_sparse(sparsity):
    weight = nn.init.sparse_(empty(), sparsity, std=0.1)
    zeros = (weight == 0).sum(0)
    assert zeros.eq(math.ceil(sparsity * FAN_OUT)).all()
    values = weight[weight != 0]
    assert values.std().item() == pytest.approx(0.1, rel=4 / math.sqrt(2 * values.numel()))


@pytest.mark.parametrize("dims", [1, 2, 3])
def test_dirac(dims):
    weight = nn.init.dirac_(torch.empty(3, 3, *[5] * dims))
    image = torch.randn(2, 3, *[6] * dims)
    convolve = getattr(nn.functional, f"conv{dims}d")
    assert torch.equal(convolve(image, weight, padding=2), image)


def test_trunc_normal():
    weight = nn.init.trunc_normal_(empty(), std=0.02, a=-0.04, b=0.04)
    truth = stats.truncnorm(-2, 2, scale=0.02)
    assert weight.abs().max() <= 0.04
    assert stats.kstest(weight.numpy().ravel(), truth.cdf).statistic < 0.004
    assert weight.std().item() == pytest.approx(truth.std(), rel=0.005)


def test_zeros_ones():
    assert nn.init.zeros_(empty()).eq(0).all()
    assert nn.init.ones_(empty()).eq(1).all()


def test_a_wrong_gain_fails():
    """The checks above are sharp enough: one per cent is seen."""
    bound = math.sqrt(6 / (FAN_IN + FAN_OUT))
    weight = 1.01 * nn.init.xavier_uniform_(empty())
    with pytest.raises(AssertionError):
        assert_uniform(weight, -bound, bound)
    with pytest.raises(AssertionError):
        assert_normal(1.01 * nn.init.normal_(empty()), 0, 1)
