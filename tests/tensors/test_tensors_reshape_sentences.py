"""What the sentences of tensors/reshape say."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from support import says
from torch import nn

SIZES = st.lists(st.integers(1, 4), min_size=1, max_size=4)


def numbers(*sizes):
    """Return a tensor of these sizes whose elements all differ."""
    return torch.arange(math.prod(sizes)).reshape(sizes)


@st.composite
def permuted(draw):
    """A tensor whose dimensions lie in memory in any order."""
    sizes = draw(SIZES)
    return numbers(*sizes).permute(draw(st.permutations(range(len(sizes)))))


@says(
    "tensors/reshape",
    "`view`, `squeeze`, `unsqueeze`, `permute`, `transpose` and `expand` move nothing: they are "
    "views of the same memory.",
)
@says("tensors/reshape/view", "Writing to a view writes to the original.")
@pytest.mark.parametrize(
    ("name", "arguments"),
    [("view", (3, 2)), ("view", (-1,)), ("squeeze", ()), ("squeeze", (1,)), ("unsqueeze", (0,)),
     ("permute", (2, 0, 1)), ("transpose", (0, 2)), ("expand", (2, 5, 3))],
)  # fmt: skip
def test_views(name, arguments):
    x = numbers(2, 1, 3)
    y = getattr(x, name)(*arguments)
    assert y.untyped_storage().data_ptr() == x.untyped_storage().data_ptr()
    y[(0,) * y.ndim] = 100
    assert x[0, 0, 0] == 100


@says("tensors/reshape", "`reshape` and `flatten` copy only if they must.")
@says("tensors/reshape/reshape", "another shape, a copy if need be.")
@says(
    "tensors/reshape/reshape",
    "As `view` where memory allows it, else a copy: do not rely on either when you write to the "
    "result.",
)
@given(x=permuted())
def test_reshape_copies_if_it_must(x):
    for y, sizes in ((x.reshape(-1), (-1,)), (x.flatten(), (-1,)), (x.reshape(1, -1), (1, -1))):
        try:
            x.view(sizes)
            possible = True
        except RuntimeError:
            possible = False
        assert (y.data_ptr() == x.data_ptr()) == possible
        np.testing.assert_array_equal(y, x.numpy().reshape(sizes))


@says("tensors/reshape", "another shape, the same numbers.")
@says(
    "tensors/reshape",
    "Swapping dimensions is not reshaping: `permute` moves elements to other places, `reshape` "
    "keeps their order.",
)
@says("tensors/reshape/reshape", "The order of the elements stays.")
@given(x=permuted())
def test_reshape_keeps_the_order(x):
    assert x.reshape(*reversed(x.shape)).flatten().tolist() == x.numpy().ravel().tolist()
    matrix = numbers(2, 3)
    assert matrix.reshape(3, 2).tolist() == [[0, 1], [2, 3], [4, 5]]
    assert matrix.permute(1, 0).tolist() == [[0, 3], [1, 4], [2, 5]]


@says("tensors/reshape/squeeze", "drop dimensions of size 1.")
@says(
    "tensors/reshape/squeeze",
    "`squeeze(dim)` drops that dimension if its size is 1, and does nothing if it is not.",
    "Without `dim` it drops all of them, the batch dimension of a batch of one too: name the "
    "dimension.",
    "The opposite is `unsqueeze`.",
)
@says("tensors/reshape/unsqueeze", "add a dimension of size 1.", "The opposite is `squeeze`.")
@given(sizes=SIZES, data=st.data())
def test_squeeze(sizes, data):
    dim = data.draw(st.integers(0, len(sizes) - 1))
    x = numbers(*sizes)
    dropped = [*sizes[:dim], *sizes[dim + 1 :]]
    assert list(x.squeeze(dim).shape) == (dropped if sizes[dim] == 1 else sizes)
    assert list(x.squeeze().shape) == [size for size in sizes if size != 1]
    assert list(x[:1].squeeze().shape) == [size for size in sizes[1:] if size != 1]
    assert x.unsqueeze(dim).shape == (*sizes[:dim], 1, *sizes[dim:])
    assert torch.equal(x.unsqueeze(dim).squeeze(dim), x)


@says(
    "tensors/reshape/unsqueeze",
    "`dim` is where the new dimension stands in the result: 0 makes a batch of one, -1 a column.",
    "`x[None]` is `unsqueeze(0)`, `x[:, None]` is `unsqueeze(1)`.",
)
@given(sizes=SIZES)
def test_unsqueeze(sizes):
    x = numbers(*sizes)
    for dim in range(-len(sizes) - 1, len(sizes) + 1):
        assert x.unsqueeze(dim).shape[dim] == 1
        assert x.unsqueeze(dim).ndim == len(sizes) + 1
    assert x.unsqueeze(0).shape == (1, *sizes)
    assert x.flatten().unsqueeze(-1).tolist() == [[number] for number in range(x.numel())]
    for short, long in ((x[None], x.unsqueeze(0)), (x[:, None], x.unsqueeze(1))):
        assert torch.equal(short, long)


@says("tensors/reshape/view", "another shape of the same memory.")
@says(
    "tensors/reshape/view",
    "-1 stands for the size that remains.",
    "The sizes must multiply to the same number, and the memory must fit: after `permute` or a "
    "transpose use `reshape`.",
)
@given(a=st.integers(2, 4), b=st.integers(2, 4), c=st.integers(1, 4))
def test_view(a, b, c):
    x = numbers(a, b * c)
    assert x.view(a * b, -1).shape == x.view(-1, c).shape == (a * b, c)
    assert x.view(b, -1).data_ptr() == x.data_ptr()
    with pytest.raises(RuntimeError, match="invalid for input of size"):
        x.view(a, b * c + 1)
    for turned in (x.t(), x.permute(1, 0)):
        with pytest.raises(RuntimeError, match="not compatible"):
            turned.view(-1)
        assert turned.reshape(-1).tolist() == x.numpy().T.ravel().tolist()


@says("tensors/reshape/flatten", "several dimensions into one.")
@says(
    "tensors/reshape/flatten",
    "`x.flatten(1)` keeps the batch dimension: what stands between convolutions and a linear "
    "layer.",
    "`x.flatten()` takes all.",
    "`nn.Flatten()` starts at 1, the function at 0.",
)
@given(sizes=SIZES)
def test_flatten(sizes):
    x = numbers(*sizes)
    assert x.flatten().shape == torch.flatten(x).shape == (x.numel(),)
    if len(sizes) > 1:
        assert x.flatten(1).shape == (sizes[0], x.numel() // sizes[0])
        assert torch.equal(nn.Flatten()(x), x.flatten(1))
    assert nn.Linear(12, 2)(nn.Conv2d(1, 3, 2)(torch.zeros(5, 1, 3, 3)).flatten(1)).shape == (5, 2)


@says("tensors/reshape/unflatten", "one dimension into several.")
@says(
    "tensors/reshape/unflatten",
    "The opposite of `flatten`: splits attention heads, for example.",
    "One size may be -1.",
)
@given(n=st.integers(1, 3), heads=st.integers(1, 4), size=st.integers(1, 4))
def test_unflatten(n, heads, size):
    x = numbers(n, heads, size, 2)
    flat = x.flatten(1, 2)
    assert torch.equal(flat.unflatten(1, (heads, size)), x)
    assert torch.equal(flat.unflatten(1, (heads, -1)), x)
    embedding = numbers(n, heads * size)
    for head in range(heads):
        part = embedding[:, head * size : (head + 1) * size]
        assert torch.equal(embedding.unflatten(1, (heads, -1))[:, head], part)
    with pytest.raises(RuntimeError, match="only one dimension can be inferred"):
        flat.unflatten(1, (-1, -1))


@says("tensors/reshape/permute", "dimensions in another order.")
@says(
    "tensors/reshape/permute",
    "Name where each dimension of the result comes from: (C, H, W) to (H, W, C) for matplotlib is "
    "`permute(1, 2, 0)`.",
)
@given(sizes=SIZES, data=st.data())
def test_permute(sizes, data):
    order = data.draw(st.permutations(range(len(sizes))))
    x = numbers(*sizes)
    assert x.permute(order).shape == tuple(sizes[dim] for dim in order)
    np.testing.assert_array_equal(x.permute(order), np.transpose(x.numpy(), order))
    assert x.permute(order).data_ptr() == x.data_ptr()
    assert torch.zeros(3, 4, 5).permute(1, 2, 0).shape == (4, 5, 3)


@says("tensors/reshape/permute", "A view, here not contiguous.")
def test_permuted_picture():
    names = names_of("tensors/reshape/permute")
    assert names["picture"].data_ptr() == names["image"].data_ptr()
    assert not names["picture"].is_contiguous()


@says("tensors/reshape/transpose", "swap two dimensions.")
@says(
    "tensors/reshape/transpose",
    "The others stay.",
    "`swapaxes` is another name; `t()` is for matrices.",
)
@given(sizes=SIZES, data=st.data())
def test_transpose(sizes, data):
    dims = st.integers(0, len(sizes) - 1)
    first, second = data.draw(dims), data.draw(dims)
    x = numbers(*sizes)
    y = x.transpose(first, second)
    np.testing.assert_array_equal(y, np.swapaxes(x.numpy(), first, second))
    assert torch.equal(x.swapaxes(first, second), y)
    if len(sizes) == 2:
        assert torch.equal(x.t(), x.transpose(0, 1))
    elif len(sizes) > 2:
        with pytest.raises(RuntimeError, match="2 dimensions"):
            x.t()


@says("tensors/reshape/matrix_transpose", "the transpose of a matrix, and of a batch of them.")
@says(
    "tensors/reshape/matrix_transpose",
    "`T` is for two dimensions; with another number it reverses all of them, which is deprecated.",
    "`mT` swaps the last two.",
    "`mH` conjugates as well.",
)
@pytest.mark.parametrize("ndim", [1, 2, 3, 4])
def test_matrix_transpose(ndim, recwarn):
    array = np.arange(math.prod(range(2, 2 + ndim))).reshape(range(2, 2 + ndim)) + 1j
    x = torch.tensor(array)
    # PyTorch warns once a process, and another test may have seen that warning.
    torch._C._set_warnAlways(True)
    try:
        np.testing.assert_array_equal(x.T, array.T)
    finally:
        torch._C._set_warnAlways(False)
    assert ("deprecated" in str([w.message for w in recwarn])) == (ndim != 2)
    if ndim > 1:
        np.testing.assert_array_equal(x.mT, np.swapaxes(array, -1, -2))
        np.testing.assert_array_equal(x.mH.resolve_conj(), np.swapaxes(array, -1, -2).conj())


@says("tensors/reshape/movedim", "one dimension to another place.")
@says(
    "tensors/reshape/movedim",
    "The others keep their order: clearer than `permute` when only one moves.",
)
@given(sizes=SIZES, data=st.data())
def test_movedim(sizes, data):
    dims = st.integers(0, len(sizes) - 1)
    old, new = data.draw(dims), data.draw(dims)
    order = [dim for dim in range(len(sizes)) if dim != old]
    order.insert(new, old)
    assert torch.equal(numbers(*sizes).movedim(old, new), numbers(*sizes).permute(order))


@says("tensors/reshape/contiguous", "a copy in the order of the shape.")
@says(
    "tensors/reshape/contiguous",
    "Where `view` fails after a transpose or `permute`, it works on this copy.",
    "Returns the tensor itself if it is contiguous already.",
)
@given(x=permuted())
def test_contiguous(x):
    y = x.contiguous()
    assert torch.equal(y, x)
    assert y.is_contiguous()
    assert (y is x) == x.is_contiguous()
    assert y.view(-1).tolist() == x.numpy().ravel().tolist()


@says("tensors/reshape/expand_repeat", "the same numbers, several times.")
@says(
    "tensors/reshape/expand_repeat",
    "`expand` takes no memory: the stride of an expanded dimension is 0.",
    "It grows dimensions of size 1 and adds new ones in front; -1 keeps a size.",
    "`repeat` copies, and its arguments are how many times, not sizes.",
)
@given(a=st.integers(2, 4), times=st.integers(2, 4))
def test_expand_and_repeat(a, times):
    x = numbers(a, 1)
    wide, taller, copy = x.expand(-1, times), x.expand(5, -1, -1), x.repeat(1, times)
    assert wide.shape == copy.shape == (a, times)
    assert torch.equal(wide, copy)
    assert wide.stride() == (1, 0)
    assert wide.untyped_storage().nbytes() == x.untyped_storage().nbytes()
    assert wide.data_ptr() == x.data_ptr() != copy.data_ptr()
    assert taller.shape == (5, a, 1)
    assert taller.stride(0) == 0
    assert copy.repeat(2, 1).shape == (2 * a, times)
    with pytest.raises(RuntimeError, match="must match the existing size"):
        copy.expand(a, 2 * times)


@says("tensors/reshape/repeat_interleave", "each element several times.")
@says(
    "tensors/reshape/repeat_interleave",
    "`repeat` gives 1 2 1 2, `repeat_interleave` 1 1 2 2.",
    "A tensor of counts repeats each element its own number of times.",
    "Without `dim` the result is flat.",
)
@given(counts=st.lists(st.integers(0, 3), min_size=1, max_size=4), times=st.integers(1, 3))
def test_repeat_interleave(counts, times):
    x = torch.tensor([1, 2])
    assert x.repeat(2).tolist() == [1, 2, 1, 2]
    assert x.repeat_interleave(2).tolist() == [1, 1, 2, 2]
    row = torch.arange(len(counts))
    found = row.repeat_interleave(torch.tensor(counts)).tolist()
    assert found == [i for i, count in enumerate(counts) for _ in range(count)]
    matrix = numbers(2, 3)
    assert matrix.repeat_interleave(times).shape == (6 * times,)
    np.testing.assert_array_equal(
        matrix.repeat_interleave(times, dim=1), np.repeat(matrix.numpy(), times, axis=1)
    )


@says(
    "tensors/reshape/roll_flip",
    "`roll` shifts, and what falls off one end comes in at the other; without `dims` it rolls the "
    "flattened tensor.",
    "`flip` reverses the order along dimensions and copies: a step of -1 is no index.",
    "`fliplr` and `flipud` are for columns and rows.",
    "`rot90` turns against the clock, from the first of `dims` towards the second.",
)
@pytest.mark.parametrize("shift", [-4, -1, 0, 2, 5])
def test_roll_and_flip(shift):
    x = torch.arange(12).reshape(3, 4)
    assert x.roll(shift, dims=1).tolist() == np.roll(x.numpy(), shift, axis=1).tolist()
    assert x.roll(shift).tolist() == np.roll(x.numpy(), shift).tolist()
    assert x.flip(0, 1).tolist() == x.numpy()[::-1, ::-1].tolist()
    assert x.flip(0).data_ptr() != x.data_ptr()
    with pytest.raises(ValueError, match="step must be greater than zero"):
        x[::-1]
    assert x.fliplr().tolist() == x.numpy()[:, ::-1].tolist()
    assert x.flipud().tolist() == x.numpy()[::-1].tolist()
    turned = x.rot90(shift, dims=(0, 1))
    assert turned.tolist() == np.rot90(x.numpy(), shift).tolist()
    assert x.rot90(1, dims=(0, 1))[-1].equal(x[:, 0])  # the left column lies at the bottom


@says(
    "tensors/reshape/numpy_names",
    "Other names for functions of torch: `ravel` is `flatten`, `swapaxes` and `swapdims` are "
    "`transpose`, `moveaxis` is `movedim`, `tile` is `repeat`, also with fewer numbers than "
    "dimensions, `concatenate` is `cat`, `clip` is `clamp`, `negative` is `neg`.",
    "`adjoint` and `H` transpose and conjugate.",
)
def test_numpy_names():
    x = torch.randn(2, 3)
    assert x.ravel().equal(x.flatten())
    for name in ("swapaxes", "swapdims"):
        assert getattr(x, name)(0, 1).equal(x.transpose(0, 1))
    cube = torch.randn(2, 3, 4)
    assert cube.moveaxis(0, 2).equal(cube.movedim(0, 2))
    assert x.tile(2, 2).equal(x.repeat(2, 2))
    assert x.tile(2).equal(x.repeat(1, 2))
    with pytest.raises(RuntimeError, match="can not be smaller"):
        x.repeat(2)
    assert torch.concatenate([x, x], dim=1).equal(torch.cat([x, x], dim=1))
    assert x.clip(-0.5, 0.5).equal(x.clamp(-0.5, 0.5))
    assert x.negative().equal(x.neg())
    z = torch.complex(x, x + 1)
    expected = z.numpy().conj().T
    assert z.H.resolve_conj().tolist() == z.adjoint().resolve_conj().tolist() == expected.tolist()
