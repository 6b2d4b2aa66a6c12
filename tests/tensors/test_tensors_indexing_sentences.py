"""What the sentences of tensors/indexing say."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from support import says

SIZES = st.lists(st.integers(1, 4), min_size=1, max_size=4).map(tuple)


def numbers(*sizes):
    """Return a tensor of these sizes whose elements all differ."""
    return torch.arange(int(np.prod(sizes))).reshape(sizes)


@says("tensors/indexing", "A slice is a view: writing to it changes the original.")
@says("tensors/indexing/slices", "The result is a view: writing to it writes to `x`.")
@pytest.mark.parametrize(
    "index", [1, slice(1, 3), slice(None, None, 2), (slice(None), 1), (..., slice(0, 1)), None]
)
def test_slices_are_views(index):
    x = numbers(3, 4)
    x[index].fill_(-1)
    expected = np.arange(12).reshape(3, 4)
    expected[index] = -1
    np.testing.assert_array_equal(x, expected)
    assert (x == -1).any()


@says(
    "tensors/indexing",
    "A mask or a tensor of indices copies; a 0-d index is a number, and gives a view.",
)
@says("tensors/indexing/integer_array", "The result is a copy, but of 0-d indices a view.")
@pytest.mark.parametrize(
    "index",
    [torch.tensor([0, 1]), [0, 1], (torch.tensor([0, 1]), torch.tensor([1, 2])),
     torch.tensor([True, True, False]), torch.ones(3, 4, dtype=torch.bool)],
)  # fmt: skip
def test_masks_and_indices_copy(index):
    x = numbers(3, 4)
    x[index].fill_(-1)
    assert torch.equal(x, numbers(3, 4))
    for number in (torch.tensor(1), (torch.tensor(1), torch.tensor(2))):
        x[number].fill_(-1)
        assert (x[number] == -1).all()


@says(
    "tensors/indexing",
    "`gather` and `scatter_` pick and place one element for each position of an index tensor.",
)
@says("tensors/indexing/gather", "one element for each position of an index.")
@says(
    "tensors/indexing/gather",
    "The result has the shape of `index`.",
    "Along `dim` the index says where to read: with `dim=1`, `out[i, j] = x[i, index[i, j]]`.",
)
@says("tensors/indexing/scatter", "write to the positions of an index.")
@says(
    "tensors/indexing/scatter",
    "The reverse of `gather`: with `dim=1`, `out[i, index[i, j]] = src[i, j]`.",
)
@given(n=st.integers(1, 4), m=st.integers(1, 4), k=st.integers(1, 4), seed=st.integers(0, 99))
def test_gather_and_scatter(n, m, k, seed):
    rng = np.random.default_rng(seed)
    k = min(k, m)
    index = torch.tensor(np.array([rng.permutation(m)[:k] for _ in range(n)]))
    x = torch.tensor(rng.standard_normal((n, m)))
    picked = x.gather(1, index)
    assert picked.shape == index.shape
    np.testing.assert_array_equal(picked, np.take_along_axis(x.numpy(), index.numpy(), axis=1))
    placed, expected = torch.zeros(n, m, dtype=x.dtype), np.zeros((n, m))
    placed.scatter_(1, index, picked)
    for i in range(n):
        for j in range(k):
            expected[i, index[i, j]] = picked[i, j]
    np.testing.assert_array_equal(placed, expected)
    assert torch.equal(placed.gather(1, index), picked)


@says("tensors/indexing/slices", "rows, columns and steps.")
@says("tensors/indexing/slices", "As in Python and NumPy, one for each dimension.")
@given(sizes=SIZES, data=st.data())
def test_slices_as_in_numpy(sizes, data):
    index = data.draw(hnp.basic_indices(sizes, allow_newaxis=True, allow_ellipsis=True))
    parts = index if isinstance(index, tuple) else (index,)
    if any(isinstance(part, slice) and (part.step or 1) < 0 for part in parts):
        with pytest.raises(ValueError, match="greater than zero"):
            numbers(*sizes)[index]
    else:
        np.testing.assert_array_equal(numbers(*sizes)[index], numbers(*sizes).numpy()[index])


@says("tensors/indexing/slices", "A number drops its dimension, a slice keeps it.")
@given(sizes=SIZES, data=st.data())
def test_number_and_slice(sizes, data):
    dim = data.draw(st.integers(0, len(sizes) - 1))
    before = (slice(None),) * dim
    x = numbers(*sizes)
    assert x[(*before, 0)].shape == sizes[:dim] + sizes[dim + 1 :]
    assert x[(*before, slice(0, 1))].shape == (*sizes[:dim], 1, *sizes[dim + 1 :])


@says("tensors/indexing/ellipsis_none", "all other dimensions, and a new one.")
@says(
    "tensors/indexing/ellipsis_none",
    "`x[..., 0]` takes the first of the last dimension, however many stand before it.",
    "`x[:, None]` inserts a dimension of size 1, as `unsqueeze(1)` does.",
)
@given(sizes=SIZES)
def test_ellipsis_and_none(sizes):
    x = numbers(*sizes)
    assert torch.equal(x[..., 0], x.select(-1, 0))
    assert x[:, None].shape == (sizes[0], 1, *sizes[1:])
    assert torch.equal(x[:, None], x.unsqueeze(1))


@says("tensors/indexing/boolean_mask", "the elements for which a condition holds.")
@says(
    "tensors/indexing/boolean_mask",
    "A mask of the same shape gives a flat copy, a mask over rows gives rows.",
    "Assigning through a mask writes in place.",
)
@given(array=hnp.arrays("int64", (3, 4), elements=st.integers(-5, 5)), limit=st.integers(-5, 5))
def test_masks(array, limit):
    x = torch.tensor(array)
    address = x.data_ptr()
    chosen = x[x > limit]
    assert chosen.tolist() == [number for number in array.flatten().tolist() if number > limit]
    rows = array[:, 0] > limit
    assert x[torch.tensor(rows)].tolist() == [list(r) for r in array.tolist() if r[0] > limit]
    chosen.fill_(99)
    assert torch.equal(x, torch.tensor(array))
    x[x > limit] = 99
    np.testing.assert_array_equal(x, np.where(array > limit, 99, array))
    assert x.data_ptr() == address


@says(
    "tensors/indexing/boolean_mask",
    "Combine with `&`, `|`, `~` and parentheses; `and` and `or` fail for more than one element.",
)
def test_combined_masks():
    x = torch.arange(6)
    assert x[(x > 1) & ~(x > 3)].tolist() == [2, 3]
    assert x[(x < 1) | (x > 4)].tolist() == [0, 5]
    for combine in (lambda: x > 1 and x < 4, lambda: x < 1 or x > 4, lambda: x > 1 & x < 4):
        with pytest.raises(RuntimeError, match="ambiguous"):
            combine()
    one = torch.tensor([5])
    assert (one > 1 and one < 4).tolist() == [False]
    assert (one > 9 or one > 1).tolist() == [True]


@says("tensors/indexing/integer_array", "rows by number, or one element a row.")
@says(
    "tensors/indexing/integer_array",
    "One tensor of indices picks rows, in its order and with repeats.",
    "Two pick pairs: `x[[0, 1], [2, 0]]` is `x[0, 2]` and `x[1, 0]`.",
)
@given(rows=st.lists(st.integers(0, 2), min_size=1), seed=st.integers(0, 99))
def test_integer_arrays(rows, seed):
    x = numbers(3, 4)
    assert x[torch.tensor(rows)].tolist() == [x[row].tolist() for row in rows]
    columns = np.random.default_rng(seed).integers(0, 4, len(rows)).tolist()
    pairs = [int(x[row, column]) for row, column in zip(rows, columns, strict=True)]
    assert x[rows, columns].tolist() == pairs
    assert x[torch.tensor(rows), torch.tensor(columns)].tolist() == pairs


@says("tensors/indexing/nonzero", "where a condition holds.")
@says(
    "tensors/indexing/nonzero",
    "One row of coordinates for each element that is not zero.",
    "With `as_tuple=True` it gives one tensor a dimension, ready to index with.",
    "The number of rows depends on the values.",
)
@given(sizes=SIZES, seed=st.integers(0, 99))
def test_nonzero(sizes, seed):
    array = np.random.default_rng(seed).integers(-1, 2, sizes)
    x = torch.tensor(array)
    np.testing.assert_array_equal(x.nonzero(), np.argwhere(array))
    index = x.nonzero(as_tuple=True)
    assert len(index) == x.ndim
    assert x[index].tolist() == array[array != 0].tolist()
    assert torch.ones(sizes).nonzero().shape == (x.numel(), x.ndim)
    assert torch.zeros(sizes).nonzero().shape == (0, x.ndim)


@says("tensors/indexing/where", "one value or another, by condition.")
@says("tensors/indexing/where", "Element by element; the arguments broadcast.")
@says("tensors/indexing/where", "with the condition alone: where it holds")
@given(shapes=hnp.mutually_broadcastable_shapes(num_shapes=3, max_dims=3, max_side=3))
def test_where(shapes):
    rng = np.random.default_rng(0)
    condition, a, b = (rng.integers(0, 3, shape) for shape in shapes.input_shapes)
    found = torch.where(torch.tensor(condition > 1), torch.tensor(a), torch.tensor(b))
    np.testing.assert_array_equal(found, np.where(condition > 1, a, b))
    if condition.ndim:
        np.testing.assert_array_equal(
            torch.stack(torch.where(torch.tensor(condition > 1))), np.where(condition > 1)
        )


@says(
    "tensors/indexing/where",
    "Both sides are computed, so a `nan` on the side not taken can still reach the gradient: make "
    "its input safe first.",
)
@pytest.mark.parametrize(
    ("function", "value"), [(torch.sqrt, -4.0), (torch.log, 0.0), (lambda x: x / x, 0.0)]
)
def test_where_and_nan(function, value):
    x = torch.tensor([value, 4.0], requires_grad=True)
    y = torch.where(x > 0, function(x), 0.0)
    assert y.isfinite().all()
    (gradient,) = torch.autograd.grad(y.sum(), x)
    assert gradient.isnan().tolist() == [True, False]
    safe = torch.where(x > 0, x, 1.0)
    again = torch.where(x > 0, function(safe), 0.0)
    assert torch.equal(again, y)
    (gradient,) = torch.autograd.grad(again.sum(), x)
    assert gradient[0] == 0
    assert gradient.isfinite().all()


@says("tensors/indexing/masked_fill", "a value where a mask is True.")
@says("tensors/indexing/masked_fill", "`masked_fill_` works in place.")
@given(array=hnp.arrays("bool", (3, 4)), value=st.integers(1, 9))
def test_masked_fill(array, value):
    x = torch.zeros(3, 4)
    filled = x.masked_fill(torch.tensor(array), value)
    np.testing.assert_array_equal(filled, np.where(array, value, 0))
    assert not x.any()
    x.masked_fill_(torch.tensor(array), value)
    assert torch.equal(x, filled)


@says(
    "tensors/indexing/masked_fill",
    "Attention masks: positions filled with `-inf` get weight 0 after softmax.",
    "A row that is masked everywhere becomes `nan`.",
)
@pytest.mark.parametrize("dtype", [torch.float64, torch.float32, torch.bfloat16])
@pytest.mark.parametrize("masked", [1, 3, 4])
def test_softmax_of_masked_scores(dtype, masked):
    scores = torch.linspace(-9, 9, 8, dtype=dtype).reshape(2, 4)
    mask = torch.zeros(2, 4, dtype=torch.bool)
    mask[1, :masked] = True
    weights = scores.masked_fill(mask, float("-inf")).softmax(dim=1)
    torch.testing.assert_close(weights[0], scores[0].softmax(dim=0))
    if masked == 4:
        assert weights[1].isnan().all()
    else:
        assert weights[1, :masked].tolist() == [0] * masked
        torch.testing.assert_close(weights[1, masked:], scores[1, masked:].softmax(dim=0))


@says(
    "tensors/indexing/gather",
    "The index has as many dimensions as `x`: a target of shape (N,) needs `unsqueeze(1)`.",
)
@pytest.mark.parametrize("dtype", [torch.int64, torch.int32])
def test_dimensions_of_a_gather_index(dtype):
    scores, target = numbers(3, 4), torch.tensor([3, 0, 1], dtype=dtype)
    with pytest.raises(RuntimeError, match="same number of dimensions"):
        scores.gather(1, target)
    assert scores.gather(1, target.unsqueeze(1)).tolist() == [[3], [4], [9]]


@says("tensors/indexing/take_along_dim", "gather that broadcasts.")
@says(
    "tensors/indexing/take_along_dim",
    "For the indices of `argsort`, `argmax` with `keepdim` and `topk`: it puts them to use on "
    "another tensor.",
)
@pytest.mark.parametrize("seed", range(3))
def test_take_along_dim(seed):
    scores = torch.rand(2, 5, generator=torch.Generator().manual_seed(seed))
    boxes = numbers(2, 5, 4)
    for index in (
        scores.argsort(dim=1),
        scores.argmax(dim=1, keepdim=True),
        scores.topk(3, dim=1).indices,
    ):
        expected = torch.stack([boxes[i, index[i]] for i in range(2)])
        assert torch.equal(torch.take_along_dim(boxes, index[:, :, None], dim=1), expected)
        assert boxes.gather(1, index[:, :, None]).shape[2] == 1
        picked = torch.take_along_dim(scores, index, dim=1)
        assert torch.equal(picked, scores.gather(1, index))


@says("tensors/indexing/index_select", "whole rows or columns by number.")
@says(
    "tensors/indexing/index_select",
    "As `x[:, index]`, with the dimension as an argument and no negative numbers.",
)
@says(
    "tensors/indexing/index_select",
    "The index has at most one dimension; the result is a copy.",
)
@pytest.mark.parametrize("index", [[2, 0], [1, 1, 1], [], [0, 1, 2]])
def test_index_select(index):
    x, index = numbers(3, 3), torch.tensor(index, dtype=torch.int64)
    columns = x.index_select(1, index)
    assert torch.equal(columns, x[:, index])
    assert torch.equal(x.index_select(0, index), x[index])
    columns.fill_(-1)
    assert torch.equal(x, numbers(3, 3))
    assert x.index_select(1, torch.tensor(2)).tolist() == [[2], [5], [8]]
    with pytest.raises(IndexError, match="vector"):
        x.index_select(1, index[None])
    last = torch.tensor([-1])
    assert x[:, last].tolist() == [[2], [5], [8]]
    with pytest.raises((IndexError, RuntimeError), match="out of"):
        x.index_select(1, last)


@says("tensors/indexing/scatter", "One-hot rows are shorter with `F.one_hot`.")
@given(target=st.lists(st.integers(0, 3), min_size=1))
def test_one_hot_by_scatter(target):
    target = torch.tensor(target)
    rows = torch.zeros(len(target), 4).scatter_(1, target.unsqueeze(1), 1.0)
    assert torch.equal(rows, F.one_hot(target, num_classes=4).float())


@says(
    "tensors/indexing/scatter",
    "With repeated indices one of the values wins; `scatter_add_` sums them.",
)
@given(groups=st.lists(st.integers(0, 3), min_size=1, max_size=9))
def test_repeated_indices(groups):
    index, values = torch.tensor(groups), torch.arange(1, len(groups) + 1)
    placed = torch.zeros(4, dtype=torch.int64).scatter_(0, index, values)
    total = torch.zeros(4, dtype=torch.int64).scatter_add_(0, index, values)
    for group in range(4):
        of_group = values[index == group].tolist()
        assert placed[group].item() in (of_group or [0])
        assert total[group].item() == sum(of_group)


@says(
    "tensors/indexing/index_add",
    "`x.index_add_(dim, index, source)` adds row `source[i]` to row `index[i]`, repeats included; "
    "`x[index] += source` counts a repeat once.",
    "Without the underscore they return a copy.",
)
@given(index=st.lists(st.integers(0, 3), min_size=1, max_size=6))
def test_index_add(index):
    source = torch.arange(1.0, len(index) + 1)[:, None].expand(-1, 2)
    expected = np.zeros((4, 2))
    np.add.at(expected, index, source.numpy())
    x, rows = torch.zeros(4, 2), torch.tensor(index)
    assert x.index_add(0, rows, source).tolist() == expected.tolist()
    assert x.count_nonzero() == 0
    assert x.index_add_(0, rows, source) is x
    assert x.tolist() == expected.tolist()
    once = torch.zeros(4)
    once[rows] += 1
    assert once.max() == 1
    for name in ("index_copy", "index_fill"):
        value = source if name == "index_copy" else 5.0
        before = x.clone()
        getattr(x, name)(0, rows, value)
        assert x.equal(before)


@says(
    "tensors/indexing/index_add",
    "`index_copy_` overwrites, `index_fill_` writes one number, `index_reduce_` takes `amax`, "
    "`mean` and others.",
    "`index_put_` takes one index for a dimension.",
)
@pytest.mark.filterwarnings("ignore:index_reduce")
def test_other_writes_by_number():
    index, source = torch.tensor([2, 0]), torch.tensor([[1.0, 2.0], [3.0, 4.0]])
    assert torch.ones(3, 2).index_copy_(0, index, source).tolist() == [[3, 4], [1, 1], [1, 2]]
    assert torch.ones(3, 2).index_fill_(0, index, 7).tolist() == [[7, 7], [1, 1], [7, 7]]
    for name, expected in [
        ("amax", [3, 4]),
        ("amin", [1, 1]),
        ("prod", [3, 4]),
        ("mean", [2, 2.5]),
    ]:
        found = torch.ones(3, 2).index_reduce_(0, index[1:], source[1:], name)
        assert found[0].tolist() == expected
    x = torch.zeros(2, 3).index_put_(
        (torch.tensor([0, 1]), torch.tensor([2, 0])), torch.tensor(1.0)
    )
    assert x.tolist() == [[0, 0, 1], [1, 0, 0]]


@says(
    "tensors/indexing/scatter_reduce",
    '`reduce` is "sum", "mean", "prod", "amax" or "amin".',
    "With `include_self=True` (default) the values that are there count as well; `False` starts "
    "afresh and leaves groups without a value as they are.",
    "`scatter_add` is the sum.",
)
@pytest.mark.parametrize("name", ["sum", "mean", "prod", "amax", "amin"])
@pytest.mark.parametrize("include", [True, False])
def test_scatter_reduce(name, include):
    of = {"sum": sum, "mean": np.mean, "prod": np.prod, "amax": max, "amin": min}[name]
    x, group = torch.tensor([2.0, 3.0, 5.0]), torch.tensor([0, 1, 0, 0])
    values = torch.tensor([1.0, 4.0, 6.0, -2.0])
    expected = []
    for number, old in enumerate(x.tolist()):
        new = values[group == number].tolist()
        expected.append(of([old] * include + new) if new else old)
    found = x.scatter_reduce(0, group, values, name, include_self=include)
    np.testing.assert_allclose(found, expected, rtol=1e-6)
    assert x.scatter_add(0, group, values).equal(x.scatter_reduce(0, group, values, "sum"))


@says(
    "tensors/indexing/scatter_reduce",
    "The index has the shape of the source: expand it for rows.",
)
def test_index_of_scatter_reduce():
    rows, group = torch.rand(4, 3), torch.tensor([0, 1, 1, 0])
    x = torch.zeros(2, 3)
    with pytest.raises(RuntimeError, match="same number of dimensions"):
        x.scatter_reduce(0, group, rows, "sum")
    found = x.scatter_reduce(0, group[:, None].expand(4, 3), rows, "sum")
    torch.testing.assert_close(found[0], rows[0] + rows[3])


@says(
    "tensors/indexing/take_put",
    "`take` reads the tensor as if it were flat and gives the shape of the index.",
    "`put_` writes so.",
    "`masked_select` is `x[mask]` for a mask of the same shape, one-dimensional; `masked_scatter` "
    "fills the places of a mask in order from another tensor.",
    "`unravel_index` turns flat positions into rows and columns, `argwhere` gives them for a mask.",
)
@given(sizes=SIZES, seed=st.integers(0, 9))
def test_flat_positions(sizes, seed):
    rng = np.random.default_rng(seed)
    x = numbers(*sizes)
    places = torch.from_numpy(rng.integers(0, x.numel(), (2, 2)))
    assert x.take(places).equal(x.flatten()[places])
    assert x.clone().put_(places, -places).flatten()[places].equal(-places)
    mask = torch.from_numpy(rng.random(sizes) < 0.5)
    assert x.masked_select(mask).equal(x[mask])
    assert x[mask].ndim == 1
    square, first = numbers(2, 2), torch.tensor([True, False])
    assert square.masked_select(first).tolist() == [0, 2]
    assert square[first].tolist() == [[0, 1]]
    new = -torch.arange(1, x.numel() + 1)
    filled = x.masked_scatter(mask, new)
    assert filled[mask].equal(new[: mask.sum()])
    assert filled[~mask].equal(x[~mask])
    found = torch.stack(torch.unravel_index(x.flatten(), x.shape), dim=-1)
    assert found.tolist() == np.argwhere(np.ones(sizes)).tolist()
    assert torch.argwhere(mask).tolist() == np.argwhere(mask.numpy()).tolist()
