"""What the sentences of tensors/statistics say, and its formulas."""

import itertools
import math
from pathlib import Path

import numpy as np
import pytest
import torch
import torchgen
from hypothesis import given
from hypothesis import strategies as st
from support import says

nan = math.nan
X = np.random.default_rng(0).standard_normal((4, 7))
small = st.lists(st.integers(0, 3), min_size=1, max_size=9)


@says("tensors/statistics/prod", "Of nothing the product is 1.")
@pytest.mark.parametrize("shape", [(0,), (0, 3), (2, 0)])
def test_product_of_nothing(shape):
    assert torch.zeros(shape).prod() == 1


@says(
    "tensors/statistics/prod",
    "Products of many numbers overflow or vanish: for probabilities add logarithms.",
)
def test_products_vanish():
    assert torch.full((200,), 0.5).prod() == 0
    assert torch.full((200,), 2.0).prod() == torch.inf
    assert math.isclose(torch.full((200,), 0.5).log().sum(), 200 * math.log(0.5), rel_tol=1e-5)


@says(
    "tensors/statistics/prod",
    "Of integers the result is int64, and too large a product wraps around.",
    "`dim` takes one number, not several.",
)
@pytest.mark.parametrize("dtype", [torch.uint8, torch.int16, torch.int32, torch.int64, torch.bool])
def test_product_of_integers(dtype):
    x = torch.ones(2, 3, dtype=dtype)
    assert x.prod().dtype == x.prod(dim=1).dtype == x.cumprod(dim=1).dtype == torch.int64
    assert torch.tensor([2**62, 2]).prod() == -(2**63)
    with pytest.raises(TypeError):
        x.prod(dim=(0, 1))


@says(
    "tensors/statistics/amin_amax",
    "`amax` and `amin` take several dimensions.",
    "`aminmax` finds both.",
    "`cummax` is the largest so far, with its index.",
)
def test_extremes():
    x = torch.from_numpy(X).reshape(2, 2, 7)
    assert x.amax(dim=(0, 2)).tolist() == X.reshape(2, 2, 7).max(axis=(0, 2)).tolist()
    assert x.amin(dim=(0, 2)).tolist() == X.reshape(2, 2, 7).min(axis=(0, 2)).tolist()
    assert [v.item() for v in x.aminmax()] == [X.min(), X.max()]
    values, indices = torch.from_numpy(X).cummax(dim=1)
    assert values.tolist() == np.maximum.accumulate(X, axis=1).tolist()
    assert torch.from_numpy(X).gather(1, indices).equal(values)


@says(
    "tensors/statistics/amin_amax",
    "Where several elements share the extreme they share its gradient; `max(dim)` gives it to one.",
)
@pytest.mark.parametrize("ties", [2, 3, 5])
def test_gradient_of_ties(ties):
    x = torch.zeros(1, 6)
    x[0, :ties] = 1
    x.requires_grad_()
    (grad,) = torch.autograd.grad(x.amax(dim=1).sum(), x)
    torch.testing.assert_close(grad[0, :ties], torch.full((ties,), 1 / ties))
    (grad,) = torch.autograd.grad(x.max(dim=1).values.sum(), x)
    assert sorted(grad[0].tolist()) == [0] * 5 + [1]


@says(
    "tensors/statistics/logsumexp",
    "Nothing overflows: the largest is subtracted before `exp`.",
    "The result lies between `max` and `max + log(n)`.",
    "`log_softmax(x)` is `x - logsumexp(x)`.",
    "`logaddexp` is for two tensors, `logcumsumexp` runs along a dimension.",
    "For a mean subtract `log(n)`.",
)
@given(values=st.lists(st.floats(-1e4, 1e4), min_size=1, max_size=5))
def test_logsumexp(values):
    x = torch.tensor(values, dtype=torch.float64)
    top, found = max(values), x.logsumexp(0).item()
    exact = top + math.log(math.fsum(math.exp(v - top) for v in values))
    assert math.isclose(found, exact, rel_tol=1e-9, abs_tol=1e-9)
    assert top - 1e-9 <= found <= top + math.log(len(values)) + 1e-9
    torch.testing.assert_close(x.log_softmax(0), x - found)
    torch.testing.assert_close(torch.logaddexp(x, x), x + math.log(2))
    torch.testing.assert_close(x.logcumsumexp(0)[-1], x.logsumexp(0))
    same = torch.full((4,), top, dtype=torch.float64)
    assert math.isclose(same.logsumexp(0) - math.log(4), top, rel_tol=1e-9, abs_tol=1e-9)


@says(
    "tensors/statistics/quantile",
    "`quantile` takes fractions of 0 to 1 and interpolates between neighbours.",
    "`median` of an even number of values takes the lower of the two in the middle; "
    "`quantile(0.5)` their mean.",
    "`kthvalue` counts from 1, from the smallest.",
)
@given(values=st.lists(st.integers(-9, 9), min_size=1, max_size=8), q=st.floats(0, 1))
def test_quantiles(values, q):
    x = torch.tensor(values, dtype=torch.float64)
    assert math.isclose(x.quantile(q), np.quantile(values, q), abs_tol=1e-9)
    ranked = sorted(values)
    assert x.median() == ranked[(len(values) - 1) // 2]
    assert math.isclose(x.quantile(0.5), np.median(values), abs_tol=1e-9)
    assert [x.kthvalue(k).values for k in range(1, len(values) + 1)] == ranked
    with pytest.raises(RuntimeError, match=r"\[0, 1\]"):
        x.quantile(1.5)


@says(
    "tensors/statistics/quantile",
    "`nanquantile` and `nanmedian` leave `nan` out.",
)
def test_nan_left_out():
    x = torch.tensor([3.0, nan, 1.0, 2.0, nan])
    assert x.nanmedian() == x.nanquantile(0.5) == 2
    assert x.median().isnan()
    assert x.quantile(0.5).isnan()


@says(
    "tensors/statistics/quantile",
    "`mode` is the value that occurs most often; of several the smallest.",
)
@given(values=small)
def test_mode(values):
    most = max(map(values.count, values))
    expected = min(v for v in values if values.count(v) == most)
    assert torch.tensor(values).mode().values == expected


@says(
    "tensors/statistics/histogram",
    "`histc` gives counts of equal bins between `min` and `max`, of the data where both are 0.",
    "`histogram` takes edges, weights and `density=True`, and gives the edges too, but not on "
    "CUDA.",
    "Values outside are not counted; the last bin has both its edges.",
)
def test_histograms():
    x = torch.from_numpy(X).flatten()
    expected, edges = np.histogram(X, bins=5)
    assert torch.histc(x, bins=5).tolist() == expected.tolist()
    expected, edges = np.histogram(X, bins=5, range=(-1, 1))
    assert torch.histc(x, bins=5, min=-1, max=1).tolist() == expected.tolist()
    assert expected.sum() < x.numel()
    weights = np.arange(28.0)
    for options in ({}, {"density": True}):
        expected, edges = np.histogram(X.ravel(), [-1, 0, 2], weights=weights, **options)
        found = torch.histogram(
            x, torch.tensor([-1.0, 0, 2]).double(), weight=torch.tensor(weights), **options
        )
        np.testing.assert_allclose(found.hist, expected)
        assert found.bin_edges.tolist() == edges.tolist()
    assert torch.histc(torch.tensor([0.0, 0.5, 1.0]), bins=2, min=0, max=1).tolist() == [1, 2]
    kernels = Path(torchgen.__file__).parent / "packaged/ATen/native/native_functions.yaml"
    for name, on_cuda in [("histc", True), ("histogram.bin_ct", False)]:
        _, _, entry = kernels.read_text().partition(f"- func: {name}(")
        assert ("CUDA" in entry.partition("- func:")[0]) == on_cuda


@says(
    "tensors/statistics/diff",
    "`diff` is each element minus the one before: one element fewer.",
    "`torch.gradient` estimates the slope by central differences, at the ends by one-sided ones, "
    "and gives a tuple, one tensor a dimension.",
    "It is no gradient of autograd.",
    "`trapezoid` is the area below a curve; `trapz` is its old name.",
)
@pytest.mark.parametrize("seed", range(3))
def test_differences(seed):
    values = np.random.default_rng(seed).standard_normal((4, 5))
    x = torch.from_numpy(values)
    assert x.diff().tolist() == np.diff(values).tolist()
    slopes = torch.gradient(x)
    assert isinstance(slopes, list | tuple)
    assert len(slopes) == 2
    for slope, expected in zip(slopes, np.gradient(values), strict=True):
        np.testing.assert_allclose(slope, expected)
        assert slope[0, 0].grad_fn is None
    y = x[0]
    by_hand = sum((a + b) / 2 for a, b in itertools.pairwise(y.tolist()))
    assert math.isclose(y.trapezoid() if hasattr(y, "trapezoid") else torch.trapezoid(y), by_hand)
    assert torch.trapz(y) == torch.trapezoid(y)


@says(
    "tensors/statistics/covariance",
    "A variable is a row, an observation a column: transpose a table of samples first.",
    "`cov` divides by n - 1, `correction=0` by n.",
    "The correlation of a constant row is `nan`, or noise where its mean is rounded.",
)
@pytest.mark.parametrize("correction", [0, 1])
def test_covariance(correction):
    centred = X - X.mean(axis=1, keepdims=True)
    expected = centred @ centred.T / (X.shape[1] - correction)
    x = torch.from_numpy(X)
    np.testing.assert_allclose(x.cov(correction=correction), expected)
    assert x.cov().equal(x.cov(correction=1))
    np.testing.assert_allclose(x.corrcoef(), np.corrcoef(X))
    assert torch.tensor([[1.0, 1.0], [1.0, 2.0]]).corrcoef()[0].isnan().all()
    noise = [
        torch.stack([torch.full((n,), value), torch.arange(n * 1.0)]).corrcoef()[0, 0]
        for n in (7, 10, 100)
        for value in (0.1, 0.3, 0.7)
    ]
    assert torch.stack(noise).isfinite().any()


@says(
    "tensors/statistics/unique_consecutive",
    "Each run becomes one element; a value that returns later is there again.",
    "Counts are the lengths of the runs, for run-length encoding.",
    "`unique` sorts and finds each value once.",
)
@given(values=small)
def test_runs(values):
    runs = [(key, len(list(group))) for key, group in itertools.groupby(values)]
    x = torch.tensor(values)
    found, counts = x.unique_consecutive(return_counts=True)
    assert list(zip(found.tolist(), counts.tolist(), strict=True)) == runs
    assert found.repeat_interleave(counts).equal(x)
    assert x.unique().tolist() == sorted(set(values))
