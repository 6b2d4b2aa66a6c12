"""Defaults, gains and depth against their formulas."""

import math

import pytest
import torch
from scipy import stats
from torch import nn


@pytest.fixture(autouse=True)
def seeded():
    torch.manual_seed(0)


def test_gain():
    gain = nn.init.calculate_gain
    assert gain("linear") == gain("sigmoid") == gain("conv2d") == 1
    assert gain("tanh") == 5 / 3
    assert gain("relu") == math.sqrt(2)
    assert gain("leaky_relu", 0.2) == pytest.approx(math.sqrt(2 / 1.04), rel=1e-12)
    assert gain("selu") == 3 / 4


@pytest.mark.parametrize(("c_in", "c_out", "kernel"), [(3, 16, (5, 5)), (4, 7, (1, 3))])
def test_fan_in_fan_out(c_in, c_out, kernel):
    weight = nn.Conv2d(c_in, c_out, kernel).weight
    fan_in, fan_out = nn.init._calculate_fan_in_and_fan_out(weight)
    assert fan_in == c_in * kernel[0] * kernel[1] == weight[0].numel()
    assert fan_out == c_out * kernel[0] * kernel[1] == weight[:, 0].numel()


def assert_uniform(parameter, bound, limit):
    values = parameter.detach().double().numpy().ravel()
    assert abs(values).max() <= bound
    assert stats.kstest(values, "uniform", (-bound, 2 * bound)).statistic < limit


def test_default_linear():
    layer = nn.Linear(400, 600)
    assert_uniform(layer.weight, 1 / math.sqrt(400), 0.004)
    assert_uniform(layer.bias, 1 / math.sqrt(400), 0.06)


def test_default_conv2d():
    layer = nn.Conv2d(16, 500, 5)
    assert_uniform(layer.weight, 1 / math.sqrt(16 * 25), 0.004)
    assert_uniform(layer.bias, 1 / math.sqrt(16 * 25), 0.06)


@pytest.mark.parametrize(("scale", "low", "high"), [(1, 0.75, 1.25), (0.5, 0, 1e-5), (2, 1e5, 1e7)])
def test_depth(scale, low, high):
    """Ten layers with ReLU keep the mean square with a variance of 2 / fan_in, and no other.

    Each layer multiplies it by scale squared: 4**10 is 1e6.
    """
    x = torch.randn(2000, 512, dtype=torch.float64)
    before = x.square().mean()
    for _ in range(10):
        weight = nn.init.kaiming_normal_(torch.empty(512, 512, dtype=torch.float64))
        x = torch.relu(x @ (scale * weight).T)
    assert low <= x.square().mean() / before <= high
