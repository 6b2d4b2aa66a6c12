"""What the sentences of layers/pooling say."""

import inspect

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from hypothesis import assume, given
from hypothesis import strategies as st
from support import says
from torch import nn

MAX = {1: nn.MaxPool1d, 2: nn.MaxPool2d, 3: nn.MaxPool3d}
AVG = {1: nn.AvgPool1d, 2: nn.AvgPool2d, 3: nn.AvgPool3d}
LP = {1: nn.LPPool1d, 2: nn.LPPool2d, 3: nn.LPPool3d}
UNPOOL = {1: nn.MaxUnpool1d, 2: nn.MaxUnpool2d, 3: nn.MaxUnpool3d}
MEAN_OF_SIZE = {1: nn.AdaptiveAvgPool1d, 2: nn.AdaptiveAvgPool2d, 3: nn.AdaptiveAvgPool3d}
MAX_OF_SIZE = {1: nn.AdaptiveMaxPool1d, 2: nn.AdaptiveMaxPool2d, 3: nn.AdaptiveMaxPool3d}
small, dims, size = st.integers(1, 5), st.integers(1, 3), st.integers(2, 9)


def drawn(n, dims):
    return torch.randn(2, 3, *[n] * dims, dtype=torch.float64)


def windows(x, k, dims):
    """Windows that do not overlap, each flat in the last dimension."""
    for i in range(2, 2 + dims):
        x = x.unfold(i, k, k)
    return x.flatten(2 + dims)


@says(
    "layers/pooling",
    "fewer pixels, no weights.",
    "Max pooling keeps the strongest answer, average pooling the mean.",
)
@says(
    "layers/pooling/max_pool",
    "the largest of each window.",
)
@given(dims=dims, k=st.integers(2, 4))
def test_max_and_mean_of_windows(dims, k):
    x = drawn(2 * k, dims)
    largest, mean = MAX[dims](k), AVG[dims](k)
    assert largest(x).equal(windows(x, k, dims).amax(-1))
    torch.testing.assert_close(mean(x), windows(x, k, dims).mean(-1))
    assert mean(x).numel() < x.numel()
    assert not [*largest.parameters(), *mean.parameters()]


@says(
    "layers/pooling",
    "The stride is the kernel size unless said otherwise; adaptive and fractional "
    "windows can overlap.",
)
@given(dims=dims, k=st.integers(1, 3))
def test_the_stride_is_the_kernel_size(dims, k):
    x = drawn(7, dims)
    for layer in (MAX[dims], AVG[dims], lambda *a: LP[dims](2, *a)):
        assert layer(k)(x).equal(layer(k, k)(x))
    row = torch.zeros(1, 1, 5, requires_grad=True)  # 5 to 2: windows 0 to 3 and 2 to 5
    nn.AdaptiveAvgPool1d(2)(row).sum().backward()
    assert row.grad[0, 0].mul(3).round().tolist() == [1, 1, 2, 1, 1]
    peak = torch.zeros(1, 1, 5, 5)
    peak[..., 2, 2] = 1
    assert nn.FractionalMaxPool2d(2, output_size=4)(peak).sum() > 1


@says(
    "layers/pooling",
    "`AdaptiveAvgPool2d(1)` before the last Linear takes images of any size.",
)
@says(
    "layers/pooling/adaptive_avg_pool",
    "With size 1 it is the mean of each channel: global average pooling, which lets a "
    "network take images of any size.",
)
@given(h=size, w=size, dims=dims)
def test_mean_of_each_channel_for_images_of_any_size(h, w, dims):
    model = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(3, 7))
    assert model(torch.zeros(2, 3, h, w)).shape == (2, 7)
    x = drawn(h, dims)
    found = MEAN_OF_SIZE[dims](1)(x).flatten(1)
    np.testing.assert_allclose(found, x.flatten(2).numpy().mean(2), atol=1e-12)


@says(
    "layers/pooling/adaptive_avg_pool",
    "the output size you name.",
)
@says(
    "layers/pooling/adaptive_max_pool",
    "the largest, in the output size you name.",
)
@given(dims=dims, n=size, out=size)
def test_adaptive_pools_give_the_size_named(dims, n, out):
    x = drawn(n, dims)
    for kinds in (MEAN_OF_SIZE, MAX_OF_SIZE):
        assert kinds[dims](out)(x).shape == (2, 3, *[out] * dims)
    assert set(MAX_OF_SIZE[dims](out)(x).flatten().tolist()) <= set(x.flatten().tolist())


@says(
    "layers/pooling/adaptive_max_pool",
    "Size 1 gives the largest answer of each channel anywhere in the image.",
)
@given(dims=dims, n=size)
def test_largest_of_each_channel(dims, n):
    x = drawn(n, dims)
    assert MAX_OF_SIZE[dims](1)(x).flatten(1).equal(x.flatten(2).amax(2))


@says(
    "layers/pooling/max_pool",
    "The size follows the formula of the convolution; padding counts as minus infinity "
    "and is at most half the kernel.",
)
@given(dims=dims, n=st.integers(7, 10), k=small, s=small, d=st.integers(1, 2), p=small)
def test_max_pool_sizes_and_padding(dims, n, k, s, d, p):
    assume(n > d * (k - 1))
    x = -drawn(n, dims).abs() - 1
    layer = MAX[dims](k, s, p, d)
    if p > k // 2:
        with pytest.raises(RuntimeError, match="half"):
            layer(x)
    else:
        conv = {1: nn.Conv1d, 2: nn.Conv2d, 3: nn.Conv3d}[dims](3, 3, k, s, p, d).double()
        assert layer(x).shape == conv(x).shape
        padded = F.pad(x, (p, p) * dims, value=-torch.inf)
        assert layer(x).equal(MAX[dims](k, s, 0, d)(padded))


@says(
    "layers/pooling/max_pool",
    "`return_indices=True` also gives where the largest stood.",
)
@given(dims=dims, n=size)
def test_return_indices_gives_where_the_largest_stood(dims, n):
    x = drawn(n, dims)
    small, indices = MAX[dims](2, return_indices=True)(x)
    assert x.flatten(2).gather(2, indices.flatten(2)).equal(small.flatten(2))


@says(
    "layers/pooling/max_unpool",
    "the largest back to where they stood.",
    "Everything else is zero.",
    "Needs the indices of the pooling layer.",
)
@given(dims=dims, n=st.integers(1, 4))
def test_unpooling_puts_the_largest_back(dims, n):
    x = drawn(2 * n, dims)
    small, indices = MAX[dims](2, return_indices=True)(x)
    back = UNPOOL[dims](2)(small, indices)
    largest = nn.Upsample(scale_factor=2)(small) == x
    assert back.equal(x * largest)
    with pytest.raises(TypeError, match="indices"):
        UNPOOL[dims](2)(small)


@says(
    "layers/pooling/max_unpool",
    "When the last window ended before the input did, say `output_size`.",
)
@given(n=st.integers(4, 20), k=st.integers(1, 4), s=st.integers(1, 4))
def test_unpooling_needs_the_size_when_the_last_window_ended_early(n, k, s):
    small, indices = nn.MaxPool1d(k, s, return_indices=True)(torch.rand(1, 1, n))
    end = (small.shape[2] - 1) * s + k
    fits = tuple(nn.MaxUnpool1d(k, s)(small, indices.clamp(max=end - 1)).shape) == (1, 1, n)
    assert fits is (end == n)
    if n - end < s:
        assert nn.MaxUnpool1d(k, s)(small, indices, output_size=(n,)).shape == (1, 1, n)


@says(
    "layers/pooling/avg_pool",
    "`divisor_override=1` gives sums, in 2d and 3d.",
)
@pytest.mark.parametrize("dims", [1, 2, 3])
def test_divisor_override_gives_sums(dims):
    if dims == 1:
        assert "divisor_override" not in inspect.signature(nn.AvgPool1d).parameters
    else:
        found = AVG[dims](2, divisor_override=1)(drawn(4, dims).fill_(3.0))
        assert found.unique().tolist() == [3 * 2**dims]


@says(
    "layers/pooling/lp_pool",
    "The p-norm of each window, a sum and not a mean. p = 1 is the sum, a large p "
    "approaches the largest, as long as no power overflows.",
    "between sum and maximum.",
)
@given(dims=dims, p=st.sampled_from([1, 1.5, 2, 3, 8]))
def test_lp_pool_lies_between_sum_and_maximum(dims, p):
    x = drawn(4, dims).abs() + 0.1
    sums, largest = AVG[dims](2)(x) * 2**dims, MAX[dims](2)(x)
    found = LP[dims](p, 2)(x)
    torch.testing.assert_close(LP[dims](1, 2)(x), sums)
    torch.testing.assert_close(LP[dims](100, 2)(x), largest, rtol=0.03, atol=0)
    assert (found <= sums + 1e-9).all()
    assert (found >= largest).all()
    assert LP[dims](100, 2)(1e4 * x + 1e4).isinf().all()
    norms = torch.linalg.vector_norm(windows(x, 2, dims), p, dim=-1)
    torch.testing.assert_close(found, norms)


@says(
    "layers/pooling/lp_pool",
    "No padding.",
)
@pytest.mark.parametrize("kind", LP.values())
def test_lp_pool_has_no_padding(kind):
    assert list(inspect.signature(kind).parameters) == [
        "norm_type", "kernel_size", "stride", "ceil_mode",
    ]  # fmt: skip


@says(
    "layers/pooling/lp_pool",
    "It takes powers of x, not of its absolute value: unless p is even, pass `x.abs()` "
    "where x can be negative.",
)
@pytest.mark.parametrize("p", [1, 2, 3, 4, 2.5])
def test_lp_pool_of_negative_numbers(p):
    x = torch.tensor([[[-3.0, -4.0, 2.0, -5.0]]])
    found, wanted = nn.LPPool1d(p, 2)(x), nn.LPPool1d(p, 2)(x.abs())
    if p % 2 == 0:
        torch.testing.assert_close(found, wanted)
    else:
        assert not torch.isclose(found, wanted).any()
    with np.errstate(invalid="ignore"):
        expected = np.power(np.power(x.numpy()[0, 0].reshape(2, 2), p).sum(1), 1 / p)
    np.testing.assert_allclose(found.numpy()[0, 0], expected, rtol=1e-5)


@says(
    "layers/pooling/fractional_max_pool",
    "Windows of random offset give any output size up to H - k + 1, or a ratio of the input.",
)
@given(n=st.integers(4, 14), k=st.integers(1, 4), out=st.integers(1, 14), share=st.floats(0.1, 0.6))
def test_fractional_pool_gives_any_size_up_to_a_limit(n, k, out, share):
    x = torch.rand(1, 1, n, n)
    layer = nn.FractionalMaxPool2d(k, output_size=out)
    if out <= n - k + 1:
        assert layer(x).shape == (1, 1, out, out)
    else:
        with pytest.raises(RuntimeError, match="too large relative to input"):
            layer(x)
    assume(1 <= int(n * share) <= n - k + 1)
    of_ratio = nn.FractionalMaxPool2d(k, output_ratio=share)(x)
    assert of_ratio.shape == (1, 1, int(n * share), int(n * share))


@says(
    "layers/pooling/fractional_max_pool",
    "Random in eval mode as well, unless `_random_samples` is fixed.",
    "shrink by a fraction.",
)
@pytest.mark.parametrize("kind", [nn.FractionalMaxPool2d, nn.FractionalMaxPool3d])
def test_fractional_pool_is_random_in_eval_mode(kind):
    torch.manual_seed(0)
    dims = int(kind.__name__[-2])
    x = torch.rand(1, 1, *[10] * dims)
    layer = kind(2, output_size=6).eval()
    assert not all(layer(x).equal(layer(x)) for _ in range(5))
    fixed = kind(2, output_size=6, _random_samples=torch.full((1, 1, dims), 0.5))
    assert all(fixed(x).equal(fixed(x)) for _ in range(5))
