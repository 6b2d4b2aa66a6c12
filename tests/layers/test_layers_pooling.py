"""Pooling sizes by formula for drawn parameters, on the meta device, and values by loops."""

import math

import numpy as np
import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from support import says
from torch import nn

many = settings(max_examples=400, deadline=None, derandomize=True)
MAX = {1: nn.MaxPool1d, 2: nn.MaxPool2d, 3: nn.MaxPool3d}
AVG = {1: nn.AvgPool1d, 2: nn.AvgPool2d, 3: nn.AvgPool3d}
LP = {1: nn.LPPool1d, 2: nn.LPPool2d, 3: nn.LPPool3d}
dims = st.integers(1, 3)
size, kernel, stride = st.integers(1, 30), st.integers(1, 6), st.integers(1, 5)


def pooled(n, k, s, p=0, d=1, ceil=False):
    """The size by the formula of the page."""
    if not ceil:
        return (n + 2 * p - d * (k - 1) - 1) // s + 1
    out = math.ceil((n + 2 * p - d * (k - 1) - 1) / s) + 1
    return out - 1 if (out - 1) * s >= n + p else out


def shape_of(layer, size, dims):
    return layer(torch.empty(1, 2, *[size] * dims, device="meta")).shape


@says(
    "layers/pooling/ceil_mode",
    "Rounds up instead of down.",
    "A last window that would start in the padding on the right is left out: then the "
    "size is one less.",
)
@many
@given(dims, size, kernel, stride, st.integers(0, 3), st.integers(1, 3), st.booleans())
def test_max_pool_and_ceil_mode_sizes(dims, n, k, s, p, d, ceil):
    assume(p <= k // 2 and n + 2 * p > d * (k - 1))
    expected = pooled(n, k, s, p, d, ceil)
    layer = MAX[dims](k, s, p, d, ceil_mode=ceil)
    assert shape_of(layer, n, dims) == (1, 2, *[expected] * dims)


@many
@given(dims, size, kernel, stride, st.integers(0, 3), st.booleans())
def test_avg_pool_size(dims, n, k, s, p, ceil):
    # AvgPool3d wants the kernel to fit without the padding.
    assume(p <= k // 2 and n + (2 * p if dims < 3 else 0) >= k)
    expected = pooled(n, k, s, p, 1, ceil)
    layer = AVG[dims](k, s, p, ceil_mode=ceil)
    assert shape_of(layer, n, dims) == (1, 2, *[expected] * dims)


@many
@given(dims, size, kernel, stride, st.booleans())
def test_lp_pool_size(dims, n, k, s, ceil):
    assume(n >= k)
    expected = pooled(n, k, s, 0, 1, ceil)
    layer = LP[dims](2, k, s, ceil_mode=ceil)
    assert shape_of(layer, n, dims) == (1, 2, *[expected] * dims)


X = np.random.default_rng(0).uniform(0.1, 3, (2, 3, 11))


def windows(k, s, p=0, d=1, ceil=False):
    """For each output place, the input places of its window that are not padding."""
    for t in range(pooled(X.shape[-1], k, s, p, d, ceil)):
        places = [t * s - p + d * j for j in range(k)]
        yield [i for i in places if 0 <= i < X.shape[-1]]


@says(
    "layers/pooling/ceil_mode",
    "keep the incomplete last window.",
)
@pytest.mark.parametrize(("k", "s", "p", "d"), [(2, 2, 0, 1), (3, 1, 1, 1), (3, 2, 1, 2)])
@pytest.mark.parametrize("ceil", [False, True])
def test_ceil_mode_and_max_pool_values(k, s, p, d, ceil):
    expected = np.stack([X[..., w].max(-1) for w in windows(k, s, p, d, ceil)], -1)
    found = nn.MaxPool1d(k, s, p, d, ceil_mode=ceil)(torch.tensor(X))
    np.testing.assert_array_equal(found, expected)


def test_max_pool():
    image = np.random.default_rng(1).normal(size=(1, 1, 6, 6))
    expected = image.reshape(1, 1, 3, 2, 3, 2).max((3, 5))
    np.testing.assert_array_equal(nn.MaxPool2d(2)(torch.tensor(image)), expected)


@says(
    "layers/pooling/avg_pool",
    "the mean of each window.",
    "Padding counts as zeros in the mean unless `count_include_pad=False`.",
)
@pytest.mark.parametrize("include", [False, True])
def test_avg_pool(include):
    k, s, p = 3, 2, 1
    sums = np.stack([X[..., w].sum(-1) for w in windows(k, s, p)], -1)
    counts = [k if include else len(w) for w in windows(k, s, p)]
    found = nn.AvgPool1d(k, s, p, count_include_pad=include)(torch.tensor(X))
    np.testing.assert_allclose(found, sums / counts, rtol=1e-12)


@pytest.mark.parametrize("p", [1, 2, 3.5])
def test_lp_pool(p):
    expected = np.stack([(X[..., w] ** p).sum(-1) ** (1 / p) for w in windows(3, 2)], -1)
    np.testing.assert_allclose(nn.LPPool1d(p, 3, 2)(torch.tensor(X)), expected, rtol=1e-12)


@says(
    "layers/pooling/lp_pool",
    "With `ceil_mode=True` an incomplete last window comes out too large: its sum is "
    "scaled up to a full window.",
)
def test_lp_pool_scales_the_incomplete_window_of_ceil_mode():
    """As the page says: the mean of what is there, times the full kernel size."""
    k, s = 3, 2
    inside = X[..., :10]
    last = inside[..., 8:]  # the window 8, 9, 10, of which 10 is outside
    expected = (k / 2 * (last**2).sum(-1)) ** 0.5
    found = nn.LPPool1d(2, k, s, ceil_mode=True)(torch.tensor(inside))
    assert found.shape[-1] == 5
    np.testing.assert_allclose(found[..., -1], expected, rtol=1e-12)


@says(
    "layers/pooling/adaptive_avg_pool",
    "Window i covers floor(i * L / n) to ceil((i + 1) * L / n).",
)
@pytest.mark.parametrize("n", [1, 2, 4, 7, 11, 16])
def test_adaptive_pools_cover_the_stated_windows(n):
    size = X.shape[-1]
    cuts = [(i * size // n, -(-(i + 1) * size // n)) for i in range(n)]
    means = np.stack([X[..., a:b].mean(-1) for a, b in cuts], -1)
    largest = np.stack([X[..., a:b].max(-1) for a, b in cuts], -1)
    np.testing.assert_allclose(nn.AdaptiveAvgPool1d(n)(torch.tensor(X)), means, rtol=1e-12)
    np.testing.assert_array_equal(nn.AdaptiveMaxPool1d(n)(torch.tensor(X)), largest)


def test_unpooled_maxima_stand_where_they_stood():
    x = torch.rand(2, 3, 8, 8)
    small, indices = nn.MaxPool2d(2, return_indices=True)(x)
    back = nn.MaxUnpool2d(2)(small, indices)
    assert (back[back != 0] == x[back != 0]).all()
    assert (nn.MaxPool2d(2)(back) == small).all()
