"""What the entries say of tensors, at other sizes and dtypes, against NumPy or by hand."""

import numpy as np
import pytest
import torch
from support import says

FLOATS = [torch.float64, torch.float32, torch.float16, torch.bfloat16]
SIZES = [1, 2, 5, 16, 100]


def shares(x, y):
    return x.untyped_storage().data_ptr() == y.untyped_storage().data_ptr()


@says(
    "mistakes/tensors/reshape_for_permute",
    "`reshape` and `view` keep the elements in their order and split them anew; they do not "
    "move a dimension.",
    "An image (H, W, C) reshaped to (C, H, W) has its channels mixed, and heads of "
    "attention split that way share out the tokens instead of the features.",
    "The shape fits, and the mean over all is unchanged.",
)
@pytest.mark.parametrize("shape", [(2, 2, 3), (4, 5, 3), (1, 7, 2)])
def test_reshape_for_permute(shape):
    array = np.arange(np.prod(shape)).reshape(shape)
    image, (h, w, c) = torch.from_numpy(array), shape
    assert np.array_equal(image.permute(2, 0, 1), np.transpose(array, (2, 0, 1)))
    wrong = image.reshape(c, h, w)
    assert torch.equal(wrong.flatten(), image.flatten())
    assert torch.equal(image.view(c, h, w), wrong)
    assert len((wrong[0] % 3).unique()) == 3  # red, green and blue
    assert wrong.shape == image.permute(2, 0, 1).shape
    assert wrong.double().mean() == array.mean()
    assert not torch.equal(wrong, image.permute(2, 0, 1))
    tokens = torch.arange(2 * 6 * 8).reshape(2, 6, 8)
    heads = tokens.view(2, 6, 2, 4).transpose(1, 2)
    assert torch.equal(heads[:, 1], tokens[..., 4:])
    assert torch.equal(tokens.view(2, 2, 6, 4)[:, 0].flatten(), tokens[:, :3].flatten())


@says(
    "mistakes/tensors/view_changed",
    "`.T`, `view`, `split`, `unbind` and `detach` give views too; `reshape`, `flatten`, "
    "`contiguous`, `float` and `to` share where they need no copy.",
    "Reading with a list of indices or a mask copies.",
)
def test_view_changed():
    x = torch.arange(6.0).reshape(2, 3)
    views = [x, x[0], x.T, x.view(-1), x.split(1)[1], x.unbind()[0], x.detach()]
    views += [x.reshape(-1), x.flatten(), x.contiguous(), x.float(), x.to("cpu")]
    assert all(shares(x, view) for view in views)
    turned = x.T
    copies = [turned.reshape(-1), turned.flatten(), turned.contiguous(), x.double()]
    copies += [x[[0, 1]], x[torch.tensor([0])], x[x > 1], x.clone(), x + 1]
    assert not any(shares(x, copy) for copy in copies)


@pytest.mark.parametrize("size", SIZES)
def test_keepdim_forgotten(size):
    x = np.random.default_rng(0).standard_normal((size, size))
    scores = torch.from_numpy(x)
    np.testing.assert_allclose(scores - scores.mean(1), x - x.mean(1)[None], rtol=1e-12)
    right = scores - scores.mean(1, keepdim=True)
    np.testing.assert_allclose(right, x - x.mean(1)[:, None], rtol=1e-12)
    with pytest.raises(RuntimeError):
        torch.ones(3, 4) - torch.ones(3, 4).mean(1)


@says(
    "mistakes/tensors/integer_division",
    "`torch.tensor([1, 2])` is int64, and so is what `zeros_like`, `full_like` and "
    "`new_zeros` make of it.",
    "A number with a fraction, written at a position or a mask, or by `fill_` or "
    "`masked_fill`, is rounded towards zero; `x += 0.7` raises instead.",
    "`//` of integers rounds down: `-7 // 2` is -4.",
)
@pytest.mark.parametrize("dtype", [torch.int8, torch.int16, torch.int32, torch.int64])
@pytest.mark.parametrize("value", [0.7, -0.7, 1.9, -1.9, 5.5])
def test_integer_division(dtype, value):
    x = torch.tensor([1, 2], dtype=dtype)
    made = [torch.zeros_like(x), torch.full_like(x, value), x.new_zeros(2)]
    written = x.clone(), x.clone(), x.clone().fill_(value), x.masked_fill(x > 0, value)
    written[0][:] = value
    written[1][x > 0] = value
    assert all(y.dtype == dtype for y in made)
    assert all(y.tolist() == [int(value)] * 2 for y in (*written, made[1]))
    with pytest.raises(RuntimeError):
        x += value
    assert torch.tensor([1, 2]).dtype == torch.int64
    assert torch.tensor(-7) // 2 == -4
    n = torch.arange(-9, 10, dtype=dtype)
    assert np.array_equal(n // 2, np.floor(n.numpy() / 2))
    assert np.array_equal(torch.div(n, 2, rounding_mode="trunc"), np.trunc(n.numpy() / 2))


@says(
    "mistakes/tensors/uint8_overflow",
    "`+`, `-` and `*` of two of them, or with a whole number, stay uint8 and wrap around: a "
    "difference lights up where it is slightly negative, a sum goes dark where it passes "
    "255.",
    "`abs` and `//` come too late for that.",
    "`sum` and `cumsum` count in int64; `a @ b` does not.",
)
def test_uint8_overflow():
    a, b = torch.meshgrid(torch.arange(256), torch.arange(256), indexing="ij")
    x, y = a.byte(), b.byte()
    for found, exact in [
        (x + y, a + b),
        (x - y, a - b),
        (x * y, a * b),
        (x + 100, a + 100),
        (x - 100, a - 100),
        (x * 3, a * 3),
        (10 - x, 10 - a),
    ]:
        assert found.dtype == torch.uint8
        assert torch.equal(found.long(), exact % 256)
    assert torch.equal((x - y).abs(), x - y)
    assert ((x - y)[(a < b) & (b < a + 9)] > 247).all()
    assert torch.all(((x + y) < x) == (a + b > 255))
    assert torch.equal(((x + y) // 2).long(), (a + b) % 256 // 2)
    assert torch.equal((x.int() - y.int()).abs().long(), (a - b).abs())
    assert x.sum().dtype == x.cumsum(0).dtype == torch.int64
    assert x.sum() == a.sum()
    assert x.cumsum(0)[-1, 0] == 255 * 128
    assert (x[:, 0] @ x[:, 0]).dtype == torch.uint8


@says(
    "mistakes/tensors/squeeze_drops_the_batch",
    "A batch of one, the last of an epoch or the only one in production, loses its first "
    "dimension: (1, C, 1, 1) becomes (C,).",
    "Name what to drop, `squeeze((2, 3))`, or use `flatten(1)`.",
)
@pytest.mark.parametrize("classes", [2, 3, 10])
def test_squeeze_drops_the_batch(classes):
    x = torch.rand(1, classes, 1, 1)
    assert x.squeeze().shape == (classes,)
    assert len(x.squeeze()) == classes
    assert [row.argmax().item() for row in x.squeeze()] == [0] * classes
    for n in (1, 2, 7):
        assert x.expand(n, -1, -1, -1).squeeze((2, 3)).shape == (n, classes)
        assert x.expand(n, -1, -1, -1).flatten(1).shape == (n, classes)


@says(
    "mistakes/tensors/repeated_index",
    "`index_add_`, `scatter_add_` and `index_put_(…, accumulate=True)` add every time; for "
    "plain counts there is `bincount`.",
)
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.int64])
def test_repeated_index(dtype):
    index = np.random.default_rng(0).integers(0, 7, 50)
    at, ones = torch.from_numpy(index), torch.ones(50, dtype=dtype)
    once, twice = torch.zeros(9, dtype=dtype), torch.zeros(9, dtype=dtype)
    once[at] += 1
    twice[at] -= 3
    assert np.array_equal(once, np.isin(np.arange(9), index))
    assert torch.equal(twice, -3 * once)
    counts = np.zeros(9)
    np.add.at(counts, index, 1)
    for found in [
        torch.zeros(9, dtype=dtype).index_add_(0, at, ones),
        torch.zeros(9, dtype=dtype).scatter_add_(0, at, ones),
        torch.zeros(9, dtype=dtype).index_put_((at,), ones, accumulate=True),
        at.bincount(minlength=9),
    ]:
        assert np.array_equal(found, counts)


@says(
    "mistakes/tensors/mask_of_integers",
    "With int64, as a tokenizer or a CSV has it, `x[mask]` takes the elements at positions "
    "0 and 1, again and again; a mask of (N, T) makes (N, T, T) of an `x` of (N, T).",
    "A uint8 mask is read as a mask, with a warning, and `x[mask] = 0` raises.",
    "A tensor of floats raises; a list or a NumPy array of floats does not, and is rounded "
    "towards zero.",
    "Write `mask.bool()` or `mask == 1`, and see boolean masks.",
)
def test_mask_of_integers():
    x = torch.rand(6)
    mask = torch.tensor([0, 1, 1, 0, 0, 1])
    for dtype in (torch.int32, torch.int64):
        assert x[mask.to(dtype)].tolist() == [x[i].item() for i in mask.tolist()]
    right = x.numpy()[mask.numpy() == 1]
    assert np.array_equal(x[mask.bool()], right)
    assert np.array_equal(x[mask == 1], right)
    with pytest.warns(UserWarning, match="torch.uint8 is now deprecated"):
        assert np.array_equal(x[mask.byte()], right)
    with pytest.raises(RuntimeError, match="boolean masks"):
        x.clone()[mask.byte()] = 0
    for n, t in [(2, 3), (4, 4)]:
        assert torch.rand(n, t)[torch.zeros(n, t, dtype=torch.long)].shape == (n, t, t)
    for floats in ([0.9, 1.1, 5.999], [0.0, 2.5]):
        expected = x[[int(f) for f in floats]]
        assert torch.equal(x[floats], expected)
        assert torch.equal(x[np.array(floats)], expected)
        with pytest.raises(IndexError):
            x[torch.tensor(floats)]


@says(
    "mistakes/tensors/nan_compared",
    "`argmax` returns the place of the first NaN: a row of NaN is class 0, and accuracy "
    "stays a number.",
    "`max`, `mean` and `relu` give NaN back.",
)
@pytest.mark.parametrize("dtype", FLOATS)
@pytest.mark.parametrize("size", SIZES)
def test_nan_compared(dtype, size):
    x = torch.randn(size).to(dtype)
    places = torch.randint(0, size, (3,))
    x[places] = float("nan")
    assert x.argmax() == x[None].argmax(1) == places.min()
    nan = x[places]
    for other in (0.0, float("inf"), float("nan"), nan):
        for compared in (nan == other, nan < other, nan <= other, nan > other, nan >= other):
            assert not compared.any()
    assert x.max().isnan()
    assert x.mean().isnan()
    assert nan.relu().isnan().all()
    rows = torch.full((4, 3), float("nan"), dtype=dtype)
    assert rows.argmax(1).tolist() == [0] * 4
    assert (rows.argmax(1) == torch.tensor([0, 1, 0, 2])).float().mean() == 0.5


@says(
    "mistakes/tensors/numpy_shares_memory",
    "`from_numpy`, `as_tensor`, `numpy()` and `np.asarray` do not copy: array and tensor "
    "are one memory.",
    "`torch.Tensor(array)` shares for float32, and `.float()` copies only what is not "
    "float32 already.",
    "`torch.tensor(array)` and `array.copy()` copy.",
)
@pytest.mark.parametrize("size", [1, 3, 100])
def test_numpy_shares_memory(size):
    array, double = np.zeros(size, dtype=np.float32), np.zeros(size)
    shared = [torch.from_numpy(array), torch.as_tensor(array), torch.Tensor(array)]
    shared += [torch.from_numpy(array).float()]
    copies = [torch.tensor(array), torch.from_numpy(array).double(), torch.from_numpy(array.copy())]
    copies += [torch.Tensor(double), torch.from_numpy(double).float(), torch.tensor(double)]
    array[:] = double[:] = 7
    assert all((x == 7).all() for x in shared)
    assert all((x == 0).all() for x in copies)
    for dtype in (np.uint8, np.int64, np.float64):
        other = np.zeros(size, dtype=dtype)
        views = [torch.from_numpy(other), torch.as_tensor(other)]
        other += 1
        assert all((view == 1).all() for view in views)
    x = torch.zeros(size)
    seen = [x.numpy(), np.asarray(x)]
    x += 7
    assert all((view == 7).all() for view in seen)


NOTICED = [torch.sigmoid, torch.exp, torch.relu, torch.tanh, torch.sqrt]
MISSED = [lambda x: 2 * x, lambda x: x**2, torch.sin, lambda x: x + 1]


@says(
    "mistakes/tensors/in_place_on_detached",
    "`detach()` shares memory with the original.",
    "Only where backward needs the old values is there an error, and for a change through "
    "`numpy()` not even there.",
)
@pytest.mark.parametrize("function", NOTICED + MISSED)
def test_in_place_on_detached(function):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    y = function(x)
    y.detach().zero_()
    assert shares(y, y.detach())
    assert y.tolist() == [0, 0]
    if function in NOTICED:
        with pytest.raises(RuntimeError, match="modified by an inplace"):
            y.sum().backward()
    else:
        y.sum().backward()
    y = function(x)
    y.detach().numpy()[:] = 0
    y.sum().backward()  # unnoticed by every one of them


@says(
    "mistakes/tensors/uninitialised_empty",
    "`torch.Tensor(3)` is three such values and not the number 3.",
    "`torch.use_deterministic_algorithms(True)` fills such memory with NaN, integers with "
    "their largest number, which shows it.",
)
def test_uninitialised_empty():
    before = torch.are_deterministic_algorithms_enabled()
    torch.use_deterministic_algorithms(True)
    try:
        for made in (torch.empty(3), torch.empty_like(torch.ones(3)), torch.ones(2).new_empty(3)):
            assert made.isnan().all()
        assert torch.Tensor(3).isnan().tolist() == [True] * 3
        assert torch.tensor(3).item() == 3
        for dtype in (torch.int16, torch.int64):
            assert (torch.empty(3, dtype=dtype) == torch.iinfo(dtype).max).all()
    finally:
        torch.use_deterministic_algorithms(before)


@says(
    "mistakes/tensors/float32_counter",
    "at 16 777 216 it stops.",
    "A counter that adds 1 stops there; at 2048 in float16, at 256 in bfloat16.",
)
@pytest.mark.parametrize(
    ("dtype", "stop"), [(torch.float32, 2**24), (torch.float16, 2**11), (torch.bfloat16, 2**8)]
)
def test_float32_counter(dtype, stop):
    digits = round(-np.log2(torch.finfo(dtype).eps)) + 1
    assert stop == 2**digits
    seen = torch.tensor(float(max(0, stop - 3000)), dtype=dtype)
    for _ in range(3010):
        seen += 1
    assert seen.item() == stop
    assert torch.finfo(torch.float16).max == 65504
    ids = torch.arange(20240131, 20240134)
    assert np.array_equal(ids.float(), ids.numpy().astype(np.float32))


@says(
    "mistakes/tensors/expand_written",
    "one row set, all rows changed.",
    "`expand`, `broadcast_to` and `meshgrid` make no copies: the rows, or the columns, are "
    "one memory.",
    "A write to one raises nothing and shows in all, and in the tensor that was expanded.",
    "`allowed += 1` over all rows raises, and a write by a list of indices or a mask warns.",
)
@pytest.mark.parametrize("expand", [torch.Tensor.expand, torch.broadcast_to])
def test_expand_written(expand):
    for write in (
        lambda x: x[0].fill_(5),
        lambda x: x[1].add_(5),
        lambda x: x[2].copy_(torch.full((2, 2), 5.0)),
    ):
        base = torch.zeros(2, 2)
        rows = expand(base, (3, 2, 2))
        write(rows)
        assert (rows == 5).all()
        assert (base == 5).all()
        with pytest.raises(RuntimeError, match="single memory location"):
            rows += 1
    for index in ([0], torch.tensor([True, False, False])):
        with pytest.warns(UserWarning, match="on expanded tensors is deprecated"):
            expand(torch.zeros(2, 2), (3, 2, 2))[index] = 1.0
    x, y = torch.zeros(2), torch.zeros(3)
    down, across = torch.meshgrid(x, y, indexing="ij")
    down[:, 1] = across[1] = 5
    assert all((z == 5).all() for z in (down, across, x, y))


@says(
    "mistakes/tensors/unstable_sort",
    "Sixteen elements kept their order on the CPU of this page, seventeen did not: a small "
    "test may not show it.",
)
@pytest.mark.parametrize("dtype", [torch.int64, torch.float32, torch.uint8])
def test_unstable_sort(dtype):
    for size in (8, 16, 17, 18, 1000):
        key = (torch.arange(size) % 2).to(dtype)
        expected = np.argsort(key.numpy(), kind="stable")
        assert np.array_equal(key.argsort(stable=True), expected)
        assert np.array_equal(key.sort(stable=True).indices, expected)
        assert np.array_equal(key.argsort(), expected) == (size <= 16)


@says(
    "mistakes/tensors/multinomial_of_zeros",
    "Where more samples are asked for than there are weights above zero, though no more than "
    "weights, positions of weight 0 fill the rest and nothing is raised; NumPy's `choice` raises.",
    "Draw no more than there are weights above zero, or with replacement, where weight 0 is "
    "not drawn.",
)
@pytest.mark.parametrize("dtype", FLOATS)
def test_multinomial_of_zeros(dtype):
    rng = np.random.default_rng(0)
    for size in (2, 5, 40):
        positive = int(rng.integers(1, size))
        weights = torch.zeros(size, dtype=dtype)
        weights[torch.from_numpy(rng.permutation(size)[:positive])] = 0.5
        with pytest.raises(RuntimeError, match="without replacement"):
            torch.multinomial(weights, size + 1)
        for k in range(1, size + 1):
            drawn = torch.multinomial(weights.expand(3, -1), k)
            zeros = (weights[drawn] == 0).sum(1)
            assert zeros.tolist() == [max(0, k - positive)] * 3
        again = torch.multinomial(weights, 1000, replacement=True)
        assert (weights[again] > 0).all()
    with pytest.raises(ValueError, match="Fewer non-zero"):
        np.random.default_rng(0).choice(3, 2, replace=False, p=[1.0, 0.0, 0.0])
