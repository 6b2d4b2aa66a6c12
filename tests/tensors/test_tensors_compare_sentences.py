"""What the sentences of tensors/compare say."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from support import says

numbers = st.lists(st.integers(-5, 5), min_size=1, max_size=6)
pairs = numbers.flatmap(lambda a: st.tuples(st.just(a), st.lists(
    st.integers(-5, 5), min_size=len(a), max_size=len(a))))  # fmt: skip


@says(
    "tensors/compare/comparison",
    "The results are bool tensors, and shapes broadcast.",
    "`greater`, `less_equal` and the like are other names.",
    "`equal` compares whole tensors and gives one Python bool.",
)
@given(pair=pairs)
def test_comparisons(pair):
    a, b = map(torch.tensor, pair)
    names = "equal not_equal less less_equal greater greater_equal".split()
    for short, long in zip("eq ne lt le gt ge".split(), names, strict=True):
        found = getattr(a, short)(b)
        assert found.dtype == torch.bool
        assert found.tolist() == getattr(np, long)(a.numpy(), b.numpy()).tolist()
        assert getattr(a[:, None], short)(b).shape == (len(a), len(b))
        if long != "equal":
            assert getattr(a, long)(b).equal(found)
    assert torch.equal(a, b) is (pair[0] == pair[1])


@says(
    "tensors/compare/comparison",
    "Chained comparisons such as `0 < x < 2` are refused unless `x` has one element.",
)
@pytest.mark.parametrize("size", [0, 2, 5])
def test_chained_comparisons(size):
    x = torch.zeros(size)
    with pytest.raises(RuntimeError, match=r"ambiguous|no values"):
        assert 0 < x < 2
    assert (0 < torch.ones(1) < 2).tolist() == [True]
    assert (0 < torch.tensor(3) < 2).tolist() is False


@says(
    "tensors/compare/minimum_maximum",
    "The shapes broadcast.",
    "`maximum` passes `nan` on, `fmax` takes the other number.",
)
@pytest.mark.parametrize("name", ["minimum", "maximum", "fmin", "fmax"])
def test_minimum_maximum(name):
    a = torch.tensor([1.0, math.nan, 3.0, math.nan])
    b = torch.tensor([[2.0], [math.nan], [-1.0]])
    found = getattr(torch, name)(a, b)
    np.testing.assert_array_equal(found, getattr(np, name)(a.numpy(), b.numpy()))
    assert found[0].isnan().any() == (not name.startswith("f"))


@says(
    "tensors/compare/minimum_maximum",
    "The second operand is a tensor; for a number take `clamp`.",
    "`max` of a whole tensor is another function.",
)
@given(values=numbers, bound=st.integers(-5, 5))
def test_maximum_with_a_number(values, bound):
    x = torch.tensor(values)
    with pytest.raises(TypeError):
        torch.maximum(x, bound)
    assert x.clamp(min=bound).equal(torch.maximum(x, torch.tensor(bound)))
    assert torch.max(x) == max(values)


@says(
    "tensors/compare/logical",
    "They take any type and read every number but 0 as True.",
    "For bool tensors write `&`, `|`, `^` and `~`.",
)
@pytest.mark.parametrize("dtype", [torch.bool, torch.uint8, torch.int64, torch.float32,
                                   torch.bfloat16, torch.complex64])  # fmt: skip
def test_logical(dtype):
    a, b = torch.tensor([0, 0, 1, 1]).to(dtype), torch.tensor([0, 1, 0, 1]).to(dtype)
    a = a if dtype == torch.bool else a * 3
    p, q = torch.tensor([False, False, True, True]), torch.tensor([False, True, False, True])
    assert a.logical_and(b).tolist() == (p & q).tolist() == [False, False, False, True]
    assert a.logical_or(b).tolist() == (p | q).tolist() == [False, True, True, True]
    assert a.logical_xor(b).tolist() == (p ^ q).tolist() == [False, True, True, False]
    assert a.logical_not().tolist() == (~p).tolist() == [True, True, False, False]


@says(
    "tensors/compare/logical",
    "Python's `and`, `or` and `not` refuse a tensor of several elements.",
    "`~` on integers flips bits: `~1` is -2, not False.",
)
def test_python_words():
    a = torch.tensor([True, False])
    for words in ("a and a", "a or a", "not a"):
        with pytest.raises(RuntimeError, match="ambiguous"):
            eval(words, {"a": a})
    assert (~torch.tensor(1)).item() == -2
    assert not torch.tensor(1).logical_not()


@says(
    "tensors/compare/bitwise",
    "`&`, `|`, `^`, `~`, `<<` and `>>` are the signs for them.",
    "On bool tensors the first four are the logical operations.",
    "`x << n` is `x * 2**n`.",
)
@given(a=st.integers(-1000, 1000), b=st.integers(-1000, 1000), n=st.integers(0, 8))
def test_bits(a, b, n):
    x, y = torch.tensor(a), torch.tensor(b)
    assert x.bitwise_and(y) == (x & y) == a & b
    assert x.bitwise_or(y) == (x | y) == a | b
    assert x.bitwise_xor(y) == (x ^ y) == a ^ b
    assert x.bitwise_not() == ~x == ~a
    assert x.bitwise_left_shift(n) == (x << n) == a * 2**n
    assert x.bitwise_right_shift(n) == (x >> n) == a >> n
    p, q = torch.tensor(a > 0), torch.tensor(b > 0)
    assert p.bitwise_and(q) == (a > 0 and b > 0)
    assert p.bitwise_xor(q) == p.logical_xor(q)
    assert p.bitwise_or(q) == p.logical_or(q)
    assert p.bitwise_not() == (a <= 0)
    assert (p << 1).dtype == torch.int64


@says(
    "tensors/compare/bitwise",
    "They bind more tightly than comparisons: write `(x > 1) & (x < 4)`, with parentheses.",
)
def test_parentheses():
    x = torch.tensor([0, 2, 5])
    assert ((x > 1) & (x < 4)).tolist() == [False, True, False]
    with pytest.raises(RuntimeError, match="ambiguous"):
        x > 1 & x < 4  # noqa: B015


@says(
    "tensors/compare/isin",
    "The result is a bool tensor of the shape of the first argument.",
    "`invert=True` gives those that do not.",
    "To pick the rows of some classes index with the result.",
)
@given(values=numbers, among=numbers)
def test_isin(values, among):
    x = torch.tensor([values, values])
    found = torch.isin(x, torch.tensor(among))
    assert found.dtype == torch.bool
    assert found.tolist() == [[v in among for v in values]] * 2
    assert torch.isin(x, torch.tensor(among), invert=True).equal(~found)
    assert x[0][found[0]].tolist() == [v for v in values if v in among]


@says("tensors/compare/isin", "On floats it compares exactly, and `nan` is in no list.")
@pytest.mark.parametrize("dtype", [torch.float64, torch.float32])
def test_isin_of_floats(dtype):
    x = torch.tensor([0.1, math.nan], dtype=dtype) + 0.2
    assert torch.isin(x, x).tolist() == [True, False]
    near = torch.nextafter(x, torch.tensor(9.0, dtype=dtype))
    assert torch.isin(near, x).tolist() == [False, False]


@says(
    "tensors/compare/searchsorted",
    "n sorted boundaries make n + 1 bins, numbered from 0.",
    "A value on a boundary goes below it, with `right=True` above.",
)
@given(edges=st.sets(st.integers(-5, 5), min_size=1), values=numbers)
def test_bucketize(edges, values):
    edges, x = sorted(edges), torch.tensor(values)
    found = torch.bucketize(x, torch.tensor(edges))
    assert found.tolist() == [sum(edge < v for edge in edges) for v in values]
    above = torch.bucketize(x, torch.tensor(edges), right=True)
    assert above.tolist() == [sum(edge <= v for edge in edges) for v in values]
    assert above.equal(torch.searchsorted(torch.tensor(edges), x, right=True))
    everywhere = torch.bucketize(torch.arange(-9, 9), torch.tensor(edges))
    assert everywhere.unique().tolist()[0] == 0
    assert everywhere.max() == len(edges)


@says(
    "tensors/compare/searchsorted",
    "`bucketize` takes one row of boundaries, `searchsorted` a row for each row of values as well.",
    "Boundaries that are not sorted give a wrong answer and no error.",
)
@pytest.mark.parametrize("seed", range(3))
def test_rows_of_boundaries(seed):
    torch.manual_seed(seed)
    edges, x = torch.rand(4, 3).sort(dim=1).values, torch.rand(4, 5)
    found = torch.searchsorted(edges, x)
    assert found.equal(torch.stack([torch.bucketize(v, e) for v, e in zip(x, edges, strict=True)]))
    with pytest.raises(RuntimeError, match="1 dimension"):
        torch.bucketize(x, edges)
    unsorted = torch.tensor([3.0, 1.0, 2.0])
    assert (
        torch.bucketize(torch.tensor(2.5), unsorted) != 2
        or torch.bucketize(torch.tensor(0.5), unsorted) != 0
    )


@says(
    "tensors/compare/searchsorted",
    "A draw by a cumulative distribution: three classes of 0.2, 0.5 and 0.3.",
)
def test_draw_by_a_cumulative_distribution():
    cdf = torch.tensor([0.2, 0.5, 0.3]).cumsum(dim=0)
    uniform = torch.linspace(0, 0.9999, 10001)
    shares = torch.searchsorted(cdf, uniform).bincount() / len(uniform)
    torch.testing.assert_close(shares, torch.tensor([0.2, 0.5, 0.3]), atol=1e-3, rtol=0)
