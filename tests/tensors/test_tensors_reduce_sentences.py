"""What the sentences of tensors/reduce say."""

from itertools import accumulate

import numpy as np
import pytest
import scipy.special
import scipy.stats
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import top_k_accuracy_score
from support import needs_cuda, says

FLOATS = [torch.float64, torch.float32, torch.float16, torch.bfloat16]
INTS = [torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64]
REDUCTIONS = ["sum", "mean", "std", "var", "amax", "amin", "argmax", "argmin", "any", "all"]
digits = st.lists(st.integers(0, 3), min_size=1, max_size=40)


@says(
    "tensors/reduce",
    "A reduction drops the dimension `dim`: with `dim=0` a (2, 3) tensor gives 3 numbers,"
    " one a column.",
    "`keepdim=True` keeps it with size 1, so that the result broadcasts against the input.",
)
@says("tensors/reduce/sum", "`dim` is the dimension that disappears.")
@pytest.mark.parametrize("name", REDUCTIONS)
def test_dim_disappears(name):
    x = torch.randn(2, 3)
    reduce = getattr(torch, name)
    assert reduce(x, dim=0).shape == (3,)
    assert reduce(x, dim=1).shape == (2,)
    for dim in (0, 1, 2, -1):
        y = torch.randn(2, 3, 4)
        shape = list(y.shape)
        shape[dim] = 1
        kept = reduce(y, dim=dim, keepdim=True)
        assert kept.shape == tuple(shape)
        assert (y * kept).shape == y.shape
    assert torch.equal(reduce(x, dim=0)[1], reduce(x[:, 1]))


@says("tensors/reduce/sum", "With `dim=0` the rows are added, one number a column.")
def test_sum_adds_rows():
    x = torch.randn(4, 3, dtype=torch.float64)
    torch.testing.assert_close(x.sum(dim=0), x[0] + x[1] + x[2] + x[3])


@says("tensors/reduce/sum", "Integers and booleans add up to int64.")
@pytest.mark.parametrize("dtype", [*INTS, torch.uint16, torch.uint32, torch.uint64, torch.bool])
def test_sum_of_integers_is_int64(dtype):
    x = torch.ones(300, dtype=dtype)
    assert x.sum().dtype == x[None].sum(dim=1).dtype == torch.int64
    assert x.sum() == 300


@says("tensors/reduce/mean", "Integers raise without `dtype=`: convert them first.")
@pytest.mark.parametrize("dtype", [*INTS, torch.bool])
def test_mean_of_integers(dtype):
    x = torch.tensor([0, 1, 1, 1], dtype=dtype)
    with pytest.raises(RuntimeError):
        x.mean()
    assert x.mean(dtype=torch.float32) == x.float().mean() == 0.75


@says("tensors/reduce/mean", "The mean of nothing is `nan`.")
@pytest.mark.parametrize("dtype", FLOATS)
def test_mean_of_nothing(dtype):
    assert torch.ones(0, dtype=dtype).mean().isnan()
    assert torch.ones(2, 0, dtype=dtype).mean(dim=1).isnan().tolist() == [True, True]


@says(
    "tensors/reduce/mean",
    "Of a batch of images, `mean(dim=(0, 2, 3))` is one number a channel.",
)
def test_mean_of_channels():
    images = torch.randn(4, 3, 5, 6, dtype=torch.float64)
    expected = [images[:, c].mean() for c in range(3)]
    torch.testing.assert_close(images.mean(dim=(0, 2, 3)), torch.stack(expected))


@says(
    "tensors/reduce/std_var",
    "`correction=1` (default) divides by N - 1, `correction=0` by N, as NumPy does by default"
    " and batch norm to normalise a batch.",
)
def test_correction():
    x = torch.randn(7, 2, dtype=torch.float64)
    squares = ((x - x.mean(0)) ** 2).sum(0)
    for var in (x.var(0), x.std(0) ** 2, x.var(0, correction=1)):
        torch.testing.assert_close(var, squares / 6)
    torch.testing.assert_close(x.var(0, correction=0), squares / 7)
    np.testing.assert_allclose(x.numpy().std(0) ** 2, squares / 7)
    normalised = F.batch_norm(x, None, None, training=True, eps=1e-30)
    torch.testing.assert_close(normalised, (x - x.mean(0)) / (squares / 7).sqrt())


@says(
    "tensors/reduce/std_var",
    "One element has no standard deviation with `correction=1`: `nan` and a warning.",
)
@pytest.mark.parametrize("dtype", FLOATS)
def test_std_of_one(dtype):
    with pytest.warns(UserWarning, match="degrees of freedom is <= 0"):
        assert torch.ones(1, dtype=dtype).std().isnan()
    assert torch.ones(1, dtype=dtype).std(correction=0) == 0


@says(
    "tensors/reduce/max_min",
    "Without `dim` one number.",
    "With `dim` a pair of values and indices: unpack it.",
    "`amax` gives the values only.",
)
@pytest.mark.parametrize("name", ["max", "min"])
@pytest.mark.parametrize("dim", [0, 1, -1])
def test_max_and_min(name, dim):
    x = torch.randn(4, 3, 5)
    assert getattr(x, name)().item() == getattr(np, name)(x.numpy())
    values, indices = getattr(x, name)(dim=dim)
    np.testing.assert_array_equal(values, getattr(np, name)(x.numpy(), axis=dim))
    assert torch.equal(x.gather(dim, indices.unsqueeze(dim)).squeeze(dim), values)
    only = getattr(x, f"a{name}")(dim=dim)
    assert isinstance(only, torch.Tensor)
    assert torch.equal(only, values)


@says("tensors/reduce/max_min", "With a second tensor, the larger of two, as `maximum` does.")
def test_max_of_two_tensors():
    a, b = torch.randn(2, 50)
    larger = torch.tensor([max(p) for p in zip(a.tolist(), b.tolist(), strict=True)])
    assert torch.equal(a.max(b), larger)
    assert torch.equal(torch.maximum(a, b), larger)


@says(
    "tensors/reduce/argmax",
    "The predicted class is `scores.argmax(dim=1)`: one index a sample.",
    "Without `dim` the index counts in the flattened tensor.",
)
def test_argmax():
    scores = torch.randn(6, 4)
    assert scores.argmax(dim=1).tolist() == [row.index(max(row)) for row in scores.tolist()]
    for x in (scores, scores.T, scores[::2, 1:]):
        assert x.flatten()[x.argmax()] == x.max()
        assert x.argmax() == x.contiguous().view(-1).argmax()


@says("tensors/reduce/argmax", "Among equals, the first.")
@pytest.mark.parametrize("device", ["cpu", pytest.param("cuda", marks=needs_cuda)])
@pytest.mark.parametrize("dtype", [*FLOATS, *INTS])
def test_argmax_of_equals(device, dtype):
    for size in (1, 5, 33, 300, 5000):
        x = torch.randint(0, 3, (4, size), generator=torch.Generator().manual_seed(size))
        expected = [row.index(max(row)) for row in x.tolist()]
        y = x.to(device, dtype)
        assert y.argmax(dim=1).tolist() == expected
        assert y.T.contiguous().argmax(dim=0).tolist() == expected
        assert y.T.argmax(dim=0).tolist() == expected
        assert y[0].argmax() == expected[0]


@says(
    "tensors/reduce/topk",
    "Along `dim` (default the last), sorted from the largest.",
    "`largest=False` gives the smallest.",
)
@pytest.mark.parametrize("k", [0, 1, 3, 5])
def test_topk(k):
    x = torch.randn(4, 6, 5)
    down = x.sort(dim=-1, descending=True).values
    values, indices = x.topk(k)
    assert torch.equal(values, down[..., :k])
    assert torch.equal(x.gather(-1, indices), values)
    first = x.topk(min(k, 4), dim=0).values
    assert torch.equal(first, x.sort(dim=0, descending=True).values[: min(k, 4)])
    assert torch.equal(x.topk(k, largest=False).values, x.sort(dim=-1).values[..., :k])


@says(
    "tensors/reduce/topk",
    "For top-5 accuracy, compare the indices with the target as a column.",
)
def test_top_5_accuracy():
    scores, target = torch.randn(200, 10), torch.randint(0, 10, (200,))
    hit = (scores.topk(5, dim=1).indices == target.unsqueeze(1)).any(dim=1)
    expected = top_k_accuracy_score(target, scores, k=5, labels=range(10))
    assert hit.double().mean().item() == pytest.approx(expected)


@says(
    "tensors/reduce/sort",
    "A pair of sorted values and the indices they came from, along the last dimension unless"
    " you say.",
)
def test_sort():
    x = torch.randn(3, 4, 5)
    values, indices = x.sort()
    np.testing.assert_array_equal(values, np.sort(x.numpy(), axis=-1))
    assert torch.equal(x.gather(-1, indices), values)
    np.testing.assert_array_equal(x.sort(dim=0).values, np.sort(x.numpy(), axis=0))


@says("tensors/reduce/sort", "`stable=True` keeps equals in their order.")
@pytest.mark.parametrize("descending", [False, True])
@given(numbers=digits)
def test_stable_sort(descending, numbers):
    found = torch.tensor(numbers).sort(stable=True, descending=descending).indices
    sign = -1 if descending else 1
    assert found.tolist() == sorted(range(len(numbers)), key=lambda i: sign * numbers[i])


@says("tensors/reduce/argsort", "The indices of `sort` alone.", "Twice gives the ranks.")
@given(numbers=st.lists(st.integers(-99, 99), min_size=1, unique=True))
def test_argsort(numbers):
    x = torch.tensor(numbers)
    assert torch.equal(x.argsort(), x.sort().indices)
    np.testing.assert_array_equal(x.argsort().argsort() + 1, scipy.stats.rankdata(numbers))


@says(
    "tensors/reduce/cumsum",
    "The result has the shape of the input.",
    "Its first element and its differences are the input again.",
)
@pytest.mark.parametrize("dtype", [torch.float64, torch.int64, torch.uint8])
@pytest.mark.parametrize("dim", [0, 1, 2])
def test_cumsum(dtype, dim):
    x = torch.randint(0, 200, (2, 3, 4)).to(dtype)
    total = x.cumsum(dim=dim)
    assert total.shape == x.shape
    back = torch.cat([total.narrow(dim, 0, 1), total.diff(dim=dim)], dim=dim)
    assert torch.equal(back, x.to(total.dtype))


@says(
    "tensors/reduce/cumsum",
    "Likewise `cumprod`, `logcumsumexp`, and `cummax`, which gives the indices too.",
)
def test_relatives_of_cumsum():
    x = torch.randn(6, dtype=torch.float64)
    np.testing.assert_allclose(x.cumprod(0), list(accumulate(x.tolist(), lambda a, b: a * b)))
    expected = [scipy.special.logsumexp(x[: i + 1]) for i in range(6)]
    np.testing.assert_allclose(x.logcumsumexp(0), expected)
    values, indices = x.cummax(0)
    assert values.tolist() == list(accumulate(x.tolist(), max))
    assert torch.equal(x[indices], values)


@says(
    "tensors/reduce/unique",
    "each value once.",
    "Sorted, with each `nan` by itself.",
    "`return_counts=True` says how often, `return_inverse=True` turns labels into 0, 1, 2, …"
    " With `dim=0` it looks at whole rows.",
)
@given(numbers=digits)
def test_unique(numbers):
    x = torch.tensor(numbers)
    values, inverse, counts = x.unique(return_inverse=True, return_counts=True)
    assert values.tolist() == sorted(set(numbers))
    twice = torch.tensor([torch.nan, *numbers, torch.nan]).unique()
    assert twice[:-2].tolist() == values.tolist()
    assert twice[-2:].isnan().all()
    assert counts.tolist() == [numbers.count(v) for v in sorted(set(numbers))]
    assert set(inverse.tolist()) == set(range(len(values)))
    assert torch.equal(values[inverse], x)
    pairs = [(a, b) for a, b in zip(numbers, numbers[::-1], strict=True)]
    rows = torch.tensor(pairs).unique(dim=0)
    assert [tuple(row) for row in rows.tolist()] == sorted(set(pairs))


@says(
    "tensors/reduce/bincount",
    "Counts of 0, 1, 2, …; `minlength` gives classes that do not occur their zero.",
)
@given(numbers=digits)
def test_bincount(numbers):
    x = torch.tensor(numbers)
    counts = [numbers.count(i) for i in range(max(numbers) + 1)]
    assert x.bincount().tolist() == counts
    assert x.bincount(minlength=6).tolist() == [numbers.count(i) for i in range(6)]


@says("tensors/reduce/bincount", "For integers that are not negative, in one dimension.")
@pytest.mark.parametrize("x", [[-1, 2], [[1, 2]], 3, [1.0, 2.0]])
def test_bincount_refuses(x):
    assert torch.tensor([1], dtype=torch.uint8).bincount().tolist() == [0, 1]
    with pytest.raises(RuntimeError):
        torch.tensor(x).bincount()


@says("tensors/reduce/any_all", "With `dim`, by row or column.")
def test_any_and_all_by_dim():
    x = torch.rand(5, 4) > 0.4
    for dim in (0, 1):
        np.testing.assert_array_equal(x.any(dim=dim), x.numpy().any(axis=dim))
        np.testing.assert_array_equal(x.all(dim=dim), x.numpy().all(axis=dim))


@says("tensors/reduce/any_all", "For `if`, the result without `dim` is enough.")
def test_if_of_any():
    x = torch.tensor([[True, False], [True, True]])
    assert bool(x.any()) is True
    assert bool(x.all()) is False
    with pytest.raises(RuntimeError, match="ambiguous"):
        bool(x.any(dim=1))


@says("tensors/reduce/any_all", "Over nothing, `all` is True and `any` is False.")
@pytest.mark.parametrize("dtype", [torch.bool, torch.float32, torch.int64])
def test_any_and_all_of_nothing(dtype):
    x = torch.empty(2, 0, dtype=dtype)
    assert x.all()
    assert not x.any()
    assert x.all(dim=1).tolist() == [True, True]
    assert x.any(dim=1).tolist() == [False, False]
