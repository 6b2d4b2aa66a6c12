"""Patches, shuffles and borders against NumPy."""

import numpy as np
import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from support import says
from torch import nn

many = settings(max_examples=300, deadline=None, derandomize=True)
pair = st.tuples(st.integers(1, 4), st.integers(1, 4))


@says(
    "layers/rearrange/unfold",
    "$L$ is the number of windows.",
)
@many
@given(
    st.tuples(st.integers(1, 20), st.integers(1, 20)), pair, pair, pair,
    st.tuples(st.integers(0, 3), st.integers(0, 3)),
)  # fmt: skip
def test_unfold(size, k, s, d, p):
    counts = [
        (n + 2 * q - e * (m - 1) - 1) // t + 1
        for n, m, t, e, q in zip(size, k, s, d, p, strict=True)
    ]
    assume(min(counts) >= 1)
    columns = nn.Unfold(k, d, p, s)(torch.empty(1, 3, *size, device="meta"))
    assert columns.shape == (1, 3 * k[0] * k[1], counts[0] * counts[1])
    image = nn.Fold(size, k, d, p, s)(columns)
    assert image.shape == (1, 3, *size)


def test_unfold_columns_are_the_windows():
    x = np.random.default_rng(0).normal(size=(2, 3, 6, 5))
    columns = nn.Unfold(2, stride=2)(torch.tensor(x)).numpy()
    windows = [x[:, :, i : i + 2, j : j + 2].reshape(2, 12) for i in (0, 2, 4) for j in (0, 2)]
    np.testing.assert_array_equal(columns, np.stack(windows, -1))


def test_pixel_shuffle_by_transposing():
    x = np.random.default_rng(0).normal(size=(2, 18, 4, 5))
    r = 3
    expected = x.reshape(2, 2, r, r, 4, 5).transpose(0, 1, 4, 2, 5, 3).reshape(2, 2, 12, 15)
    np.testing.assert_array_equal(nn.PixelShuffle(r)(torch.tensor(x)), expected)


def test_channel_shuffle_by_transposing():
    x = np.arange(12.0).reshape(1, 12, 1, 1)
    expected = x.reshape(1, 3, 4, 1, 1).swapaxes(1, 2).reshape(1, 12, 1, 1)
    np.testing.assert_array_equal(nn.ChannelShuffle(3)(torch.tensor(x)), expected)


PADS = {
    "constant": (nn.ZeroPad1d, nn.ZeroPad2d, nn.ZeroPad3d),
    "reflect": (nn.ReflectionPad1d, nn.ReflectionPad2d, nn.ReflectionPad3d),
    "edge": (nn.ReplicationPad1d, nn.ReplicationPad2d, nn.ReplicationPad3d),
    "wrap": (nn.CircularPad1d, nn.CircularPad2d, nn.CircularPad3d),
}


@pytest.mark.parametrize("mode", PADS)
@pytest.mark.parametrize("dims", [1, 2, 3])
def test_borders_are_those_of_numpy(mode, dims):
    x = np.random.default_rng(0).normal(size=(2, 3, *[4, 5, 6][:dims]))
    sides = [(1, 2), (0, 3), (2, 1)][:dims]
    expected = np.pad(x, [(0, 0), (0, 0), *sides], mode=mode)
    from_last = [n for side in reversed(sides) for n in side]
    found = PADS[mode][dims - 1](tuple(from_last))(torch.tensor(x))
    np.testing.assert_array_equal(found, expected)


@pytest.mark.parametrize("corners", [False, True])
def test_linear_upsampling_interpolates_at_the_stated_places(corners):
    x, n = np.random.default_rng(0).normal(size=5), 13
    where = np.arange(n) * 4 / 12 if corners else (np.arange(n) + 0.5) * 5 / n - 0.5
    expected = np.interp(where, np.arange(5), x)  # outside: the edge
    up = nn.Upsample(size=n, mode="linear", align_corners=corners)
    np.testing.assert_allclose(up(torch.tensor(x)[None, None])[0, 0], expected, rtol=1e-9)
