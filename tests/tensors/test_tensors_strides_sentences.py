"""What the sentences of tensors/strides say."""

import io

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from support import says

VIEWS = {
    "transpose": lambda x: x.T,
    "slice": lambda x: x[1:, ::2],
    "expand": lambda x: x[:1].expand(5, 4),
    "whole": lambda x: x,
}


@says(
    "tensors/strides/as_strided",
    "Element (i, j) is at `storage_offset + i * stride[0] + j * stride[1]`.",
    "`transpose`, slices and `expand` change these numbers and no data.",
)
@pytest.mark.parametrize("name", VIEWS)
def test_place_of_an_element(name):
    x = torch.arange(12).reshape(3, 4)
    view = VIEWS[name](x)
    flat = x.flatten()
    for i in range(view.shape[0]):
        for j in range(view.shape[1]):
            place = view.storage_offset() + i * view.stride(0) + j * view.stride(1)
            assert view[i, j] == flat[place]
    assert view.untyped_storage().data_ptr() == x.untyped_storage().data_ptr()
    again = x.as_strided(view.shape, view.stride(), view.storage_offset())
    assert again.equal(view)


@says(
    "tensors/strides/windows",
    "`x.unfold(dim, size, step)`: the windows take the place of `dim`, and their elements are a "
    "new last dimension.",
    "It is a view, and what does not fill a window is left out.",
)
@given(n=st.integers(3, 9), size=st.integers(1, 3), step=st.integers(1, 4))
def test_windows_of_unfold(n, size, step):
    x = torch.arange(2 * n).reshape(n, 2)
    found = x.unfold(0, size, step)
    starts = range(0, n - size + 1, step)
    assert found.shape == (len(starts), 2, size)
    for window, start in zip(found, starts, strict=True):
        assert window.equal(x[start : start + size].T)
    assert found.untyped_storage().data_ptr() == x.untyped_storage().data_ptr()


@says("tensors/strides/windows", "Two of them cut an image into patches.")
def test_patches():
    image = torch.rand(6, 9)
    patches = image.unfold(0, 2, 2).unfold(1, 3, 3)
    assert patches.shape == (3, 3, 2, 3)
    assert patches[1, 2].equal(image[2:4, 6:9])


@says(
    "tensors/strides/narrow_select",
    "`x.narrow(dim, start, length)` is a slice, `x.select(dim, index)` one index, which drops the "
    "dimension; both are views, for code in which the dimension is a variable.",
    "`slice_scatter`, `select_scatter` and `diagonal_scatter` write into a copy, where in-place "
    "writing is not wanted, as in `torch.func`.",
)
def test_narrow_and_select():
    x = torch.rand(3, 4, 5)
    assert x.narrow(1, 1, 2).equal(x[:, 1:3])
    assert x.select(2, -1).equal(x[..., -1])
    for view in (x.narrow(1, 1, 2), x.select(2, 1)):
        assert view._base is x
    before = x.clone()
    y = x.slice_scatter(torch.zeros(3, 2, 5), dim=1, start=1, end=3)
    assert y[:, 1:3].count_nonzero() == 0
    assert y[:, 3].equal(x[:, 3])
    assert x.select_scatter(torch.zeros(3, 4), 2, 0)[..., 0].count_nonzero() == 0
    assert x[0].diagonal_scatter(torch.zeros(4)).diagonal().count_nonzero() == 0
    assert x.equal(before)
    grad = torch.func.grad(lambda v: v.select_scatter(torch.zeros(()), 0, 0).sum())(torch.ones(3))
    assert grad.tolist() == [0, 1, 1]


@says(
    "tensors/strides/expand_as",
    "`a.expand_as(b)` is `a.expand(b.shape)`.",
    "`type_as` moves to the other's device as well.",
    "`broadcast_to` is `expand`, `broadcast_tensors` brings several to a common shape, and "
    "`broadcast_shapes` tells which.",
    "The expanded ones are views.",
)
@given(n=st.integers(1, 3), m=st.integers(1, 3))
def test_like_another(n, m):
    row, column = torch.rand(m), torch.rand(n, 1)
    b = torch.zeros(n, m)
    assert row.expand_as(b).equal(row.expand(b.shape))
    assert row.broadcast_to((n, m)).equal(row.expand(n, m))
    both = torch.broadcast_tensors(row, column)
    shape = torch.broadcast_shapes(row.shape, column.shape)
    assert shape == np.broadcast_shapes(tuple(row.shape), tuple(column.shape))
    assert [x.shape for x in both] == [shape, shape]
    for view in (row.expand_as(b), row.broadcast_to((n, m)), both[0]):
        assert view.data_ptr() == row.data_ptr()
    ghost = row.type_as(torch.zeros(1, dtype=torch.float16, device="meta"))
    assert ghost.is_meta
    assert ghost.dtype == torch.float16


@says(
    "tensors/strides/storage",
    "Views share a storage.",
    "`untyped_storage().nbytes()` is what is held: a small slice keeps the whole alive, and is "
    "saved with it; its `clone` does not.",
    "`is_set_to` asks for the same memory, shape and strides.",
)
@pytest.mark.parametrize("size", [1000, 5000])
def test_storage(size):
    def saved(x):
        buffer = io.BytesIO()
        torch.save(x, buffer)
        return len(buffer.getvalue())

    big = torch.zeros(size)
    part = big[:2]
    assert part.untyped_storage().nbytes() == big.untyped_storage().nbytes() == 4 * size
    assert saved(part) > 4 * size > saved(part.clone()) - 1000
    assert saved(part.clone()) < 3000
    assert part.is_set_to(big[:2])
    for other in (big[:3], big[1:3], part.clone(), big[:2].view(2, 1)):
        assert not part.is_set_to(other)


@says(
    "tensors/strides/storage",
    "`resize_` changes the shape in place, and the elements that it adds have no values: take "
    "`reshape` or `cat`.",
)
def test_resize():
    torch.use_deterministic_algorithms(True)  # fills memory without values with nan
    try:
        x = torch.ones(2)
        assert x.resize_(2, 2) is x
        assert x.shape == (2, 2)
        assert x[1].isnan().all()
    finally:
        torch.use_deterministic_algorithms(False)
