"""What the sentences of tensors/join say."""

import numpy as np
import pytest
import torch
from hypothesis import example, given
from hypothesis import strategies as st
from support import says

SIZES = st.lists(st.integers(1, 3), min_size=1, max_size=4)


@says(
    "tensors/join",
    "`cat` joins along a dimension that is there, `stack` makes a new one.",
    "`chunk` says how many pieces, `split` how large, `unbind` takes a dimension apart.",
)
@says("tensors/join/cat", "join along a dimension that exists.")
@says("tensors/join/stack", "join along a new dimension.")
@says("tensors/join/cat", "The number of dimensions stays.")
@says("tensors/join/unbind", "take a dimension apart.")
@given(sizes=SIZES, data=st.data())
def test_join_and_split(sizes, data):
    dim = data.draw(st.integers(0, len(sizes) - 1))
    a, b = torch.zeros(sizes), torch.ones(sizes)
    joined, stacked = torch.cat([a, b], dim=dim), torch.stack([a, b], dim=dim)
    assert joined.shape == (*sizes[:dim], 2 * sizes[dim], *sizes[dim + 1 :])
    assert stacked.shape == (*sizes[:dim], 2, *sizes[dim:])
    for parts in (joined.chunk(2, dim), joined.split(sizes[dim], dim), stacked.unbind(dim)):
        assert len(parts) == 2
        assert torch.equal(parts[0], a)
        assert torch.equal(parts[1], b)


@says(
    "tensors/join/cat",
    "The sizes of all other dimensions must agree; a tensor of shape (0,) is skipped, but for its "
    "type.",
)
@pytest.mark.parametrize("dim", [0, 1, 2])
@pytest.mark.parametrize("other", [0, 1, 2])
def test_other_sizes_agree(dim, other):
    sizes = [2, 3, 4]
    sizes[other] = 1  # would broadcast
    a, b = torch.ones(2, 3, 4), torch.ones(sizes)
    if dim == other:
        assert torch.cat([a, b], dim=dim).shape[dim] == a.shape[dim] + 1
    else:
        with pytest.raises(RuntimeError, match="must match except in dimension"):
            torch.cat([a, b], dim=dim)
    assert torch.equal(torch.cat([torch.empty(0), a], dim=dim), a)
    assert torch.cat([torch.empty(0), a.long()], dim=dim).dtype == torch.float32


@says("tensors/join/cat", "`concat` and `concatenate` are other names for it.")
@pytest.mark.parametrize("name", ["concat", "concatenate"])
@pytest.mark.parametrize("dim", [0, 1])
def test_names_of_cat(name, dim):
    tensors = [torch.arange(6).reshape(2, 3), torch.arange(6, 12).reshape(2, 3)]
    expected = np.concatenate(tensors, axis=dim)
    np.testing.assert_array_equal(getattr(torch, name)(tensors, dim=dim), expected)
    np.testing.assert_array_equal(torch.cat(tensors, dim=dim), expected)


@says("tensors/join/stack", "All shapes must be equal.")
@pytest.mark.parametrize("sizes", [(1,), (2, 1), (2, 3, 1), (), (0,)])
def test_stack_wants_equal_shapes(sizes):
    with pytest.raises(RuntimeError, match="equal size"):
        torch.stack([torch.ones(2, 3), torch.ones(sizes)])


@says(
    "tensors/join/stack",
    "A list of N samples of shape (C, H, W) becomes a batch (N, C, H, W).",
)
@pytest.mark.parametrize("n", [1, 5])
def test_stack_makes_a_batch(n):
    samples = [torch.full((3, 4, 5), float(i)) for i in range(n)]
    batch = torch.stack(samples)
    assert batch.shape == (n, 3, 4, 5)
    assert all(torch.equal(batch[i], samples[i]) for i in range(n))


@says("tensors/join/chunk_tensor", "pieces of 2: three are enough")
@says("tensors/join/chunk_tensor", "a number of pieces.")
@says(
    "tensors/join/chunk_tensor",
    "The last piece may be smaller, and there may be fewer pieces than asked for.",
    "The pieces are views.",
)
@example(length=5, pieces=4)
@given(length=st.integers(1, 20), pieces=st.integers(1, 8))
def test_chunk(length, pieces):
    x = torch.arange(length)
    size = -(-length // pieces)
    found = x.chunk(pieces)
    assert [p.tolist() for p in found] == [
        list(range(start, min(start + size, length))) for start in range(0, length, size)
    ]
    assert len(found) <= pieces
    for piece in found:
        piece[0] = -1
    assert (x == -1).sum() == len(found)
    assert [len(p) for p in torch.arange(7).chunk(3)] == [3, 3, 1]
    assert len(torch.arange(5).chunk(4)) == 3


@says("tensors/join/split", "pieces of a size, or of sizes.")
@says(
    "tensors/join/split",
    "One number is the size of each piece but the last; a list names every size and must add up.",
)
@given(sizes=st.lists(st.integers(0, 4), min_size=1, max_size=5), size=st.integers(1, 5))
def test_split(sizes, size):
    x = torch.arange(sum(sizes))
    pieces = x.split(sizes)
    assert [len(p) for p in pieces] == sizes
    assert torch.equal(torch.cat(pieces), x)
    with pytest.raises(RuntimeError, match="sum exactly"):
        x.split([*sizes, 1])
    *first, last = x.split(size)
    assert {len(p) for p in first} <= {size}
    assert len(last) == len(x) - size * len(first) <= size


@says(
    "tensors/join/unbind",
    "Gives a tuple of tensors without that dimension: to unpack coordinates, or query, key and "
    "value.",
    "Iterating over a tensor unbinds dimension 0.",
)
@given(sizes=SIZES, data=st.data())
def test_unbind(sizes, data):
    dim = data.draw(st.integers(0, len(sizes) - 1))
    x = torch.rand(sizes)
    parts = x.unbind(dim)
    assert isinstance(parts, tuple)
    assert all(torch.equal(part, x.select(dim, i)) for i, part in enumerate(parts))
    assert len(parts) == sizes[dim]
    rows = list(x)
    assert len(rows) == sizes[0]
    assert all(map(torch.equal, rows, x.unbind(0)))
    query, key, value = torch.zeros(2, 3, 4).unbind(1)
    assert query.shape == key.shape == value.shape == (2, 4)


@says(
    "tensors/join/hstack",
    "`vstack` sets vectors below one another, `hstack` behind one another, `column_stack` beside "
    "one another as columns, `dstack` along a third dimension.",
    "Matrices are joined by `cat` along 0, 1, 1 and 2.",
    "`row_stack` is `vstack`.",
)
def test_stacks_of_numpy():
    a, b = torch.arange(3), torch.arange(3, 6)
    names = ["vstack", "hstack", "column_stack", "dstack"]
    for name, dim in zip(names, (0, 1, 1, 2), strict=True):
        stacked = getattr(torch, name)
        expected = getattr(np, name)([a.numpy(), b.numpy()])
        assert stacked([a, b]).tolist() == expected.tolist()
        matrices = [torch.rand(2, 2), torch.rand(2, 2)]
        deep = [m.unsqueeze(2) for m in matrices] if dim == 2 else matrices
        assert stacked(matrices).equal(torch.cat(deep, dim=dim))
    assert torch.row_stack([a, b]).equal(torch.vstack([a, b]))


@says(
    "tensors/join/tensor_split",
    "A number is how many pieces, and there are that many: the first are one longer where it does "
    "not divide.",
    "A list is where to cut.",
    "`chunk` can give fewer pieces.",
)
@pytest.mark.parametrize("length", [1, 5, 7, 12])
@pytest.mark.parametrize("pieces", [1, 3, 4])
def test_tensor_split(length, pieces):
    x = torch.arange(length)
    found = x.tensor_split(pieces)
    sizes = [len(piece) for piece in found]
    assert len(sizes) == pieces
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] - sizes[-1] == (length % pieces > 0)
    assert torch.cat(found).equal(x)
    cut = [piece.tolist() for piece in x.tensor_split([1, 3])]
    assert cut == [part.tolist() for part in np.split(x.numpy(), [1, 3])]
    assert len(torch.arange(5).chunk(4)) < len(torch.arange(5).tensor_split(4))


@says(
    "tensors/join/tensor_split",
    "`hsplit`, `vsplit` and `dsplit` cut along columns, rows and depth, and refuse a number that "
    "does not divide.",
)
@pytest.mark.parametrize(("name", "dim"), [("vsplit", 0), ("hsplit", 1), ("dsplit", 2)])
def test_splits_of_numpy(name, dim):
    x = torch.rand(4, 4, 4)
    for found, expected in zip(getattr(x, name)(2), x.chunk(2, dim=dim), strict=True):
        assert found.equal(expected)
    with pytest.raises(RuntimeError, match="not divisible"):
        getattr(x, name)(3)
