"""What the entries say of tensors, at other sizes and dtypes, against NumPy or by hand."""

import numpy as np
import pytest
import torch

FLOATS = [torch.float64, torch.float32, torch.float16, torch.bfloat16]
SIZES = [1, 2, 5, 16, 100]


def shares(x, y):
    return x.untyped_storage().data_ptr() == y.untyped_storage().data_ptr()


@pytest.mark.parametrize("shape", [(2, 2, 3), (4, 5, 3), (1, 7, 2)])
def test_reshape_for_permute(shape):
    array = np.arange(np.prod(shape)).reshape(shape)
    image, (h, w, c) = torch.from_numpy(array), shape
    assert np.array_equal(image.permute(2, 0, 1), np.transpose(array, (2, 0, 1)))
    wrong = image.reshape(c, h, w)
    assert torch.equal(wrong.flatten(), image.flatten())
    assert not torch.equal(wrong, image.permute(2, 0, 1))
    tokens = torch.arange(2 * 6 * 8).reshape(2, 6, 8)
    heads = tokens.view(2, 6, 2, 4).transpose(1, 2)
    assert torch.equal(heads[:, 1], tokens[..., 4:])
    assert torch.equal(tokens.view(2, 2, 6, 4)[:, 0].flatten(), tokens[:, :3].flatten())


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
    n = torch.arange(-9, 10, dtype=dtype)
    assert np.array_equal(n // 2, np.floor(n.numpy() / 2))
    assert np.array_equal(torch.div(n, 2, rounding_mode="trunc"), np.trunc(n.numpy() / 2))


def test_uint8_overflow():
    a, b = torch.meshgrid(torch.arange(256), torch.arange(256), indexing="ij")
    x, y = a.byte(), b.byte()
    for found, exact in [(x + y, a + b), (x - y, a - b), (x * y, a * b), (x + 100, a + 100)]:
        assert found.dtype == torch.uint8
        assert torch.equal(found.long(), exact % 256)
    assert torch.equal((x - y).abs(), x - y)
    assert torch.equal((x.int() - y.int()).abs().long(), (a - b).abs())
    assert x.sum() == a.sum()
    assert x.cumsum(0)[-1, 0] == 255 * 128
    assert (x[:, 0] @ x[:, 0]).dtype == torch.uint8


@pytest.mark.parametrize("classes", [2, 3, 10])
def test_squeeze_drops_the_batch(classes):
    x = torch.rand(1, classes, 1, 1)
    assert x.squeeze().shape == (classes,)
    assert len(x.squeeze()) == classes
    assert [row.argmax().item() for row in x.squeeze()] == [0] * classes
    for n in (1, 2, 7):
        assert x.expand(n, -1, -1, -1).squeeze((2, 3)).shape == (n, classes)
        assert x.expand(n, -1, -1, -1).flatten(1).shape == (n, classes)


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


def test_mask_of_integers():
    x = torch.rand(6)
    mask = torch.tensor([0, 1, 1, 0, 0, 1])
    for dtype in (torch.int32, torch.int64):
        assert x[mask.to(dtype)].tolist() == [x[i].item() for i in mask.tolist()]
    assert np.array_equal(x[mask.bool()], x.numpy()[mask.numpy() == 1])
    for n, t in [(2, 3), (4, 4)]:
        assert torch.rand(n, t)[torch.zeros(n, t, dtype=torch.long)].shape == (n, t, t)
    for floats in ([0.9, 1.1, 5.999], [0.0, 2.5]):
        expected = x[[int(f) for f in floats]]
        assert torch.equal(x[floats], expected)
        assert torch.equal(x[np.array(floats)], expected)
        with pytest.raises(IndexError):
            x[torch.tensor(floats)]


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


def test_numpy_shares_memory():
    array, double = np.zeros(3, dtype=np.float32), np.zeros(3)
    shared = [torch.from_numpy(array), torch.as_tensor(array), torch.Tensor(array)]
    shared += [torch.from_numpy(array).float()]
    copies = [torch.tensor(array), torch.from_numpy(array).double(), torch.from_numpy(array.copy())]
    copies += [torch.Tensor(double), torch.from_numpy(double).float(), torch.tensor(double)]
    array[:] = double[:] = 7
    assert all((x == 7).all() for x in shared)
    assert all((x == 0).all() for x in copies)
    x = torch.zeros(3)
    assert np.shares_memory(x.numpy(), np.asarray(x))


NOTICED = [torch.sigmoid, torch.exp, torch.relu, torch.tanh, torch.sqrt]
MISSED = [lambda x: 2 * x, lambda x: x**2, torch.sin, lambda x: x + 1]


@pytest.mark.parametrize("function", NOTICED + MISSED)
def test_in_place_on_detached(function):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    y = function(x)
    y.detach().zero_()
    assert y.tolist() == [0, 0]
    if function in NOTICED:
        with pytest.raises(RuntimeError, match="modified by an inplace"):
            y.sum().backward()
    else:
        y.sum().backward()
    y = function(x)
    y.detach().numpy()[:] = 0
    y.sum().backward()  # unnoticed by every one of them


def test_uninitialised_empty():
    before = torch.are_deterministic_algorithms_enabled()
    torch.use_deterministic_algorithms(True)
    try:
        for made in (torch.empty(3), torch.empty_like(torch.ones(3)), torch.ones(2).new_empty(3)):
            assert made.isnan().all()
        assert torch.Tensor(3).isnan().tolist() == [True] * 3
        for dtype in (torch.int16, torch.int64):
            assert (torch.empty(3, dtype=dtype) == torch.iinfo(dtype).max).all()
    finally:
        torch.use_deterministic_algorithms(before)


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


def test_expand_written():
    for write in (
        lambda x: x[0].fill_(5),
        lambda x: x[1].add_(5),
        lambda x: x[2].copy_(torch.full((2, 2), 5.0)),
    ):
        base = torch.zeros(2, 2)
        rows = base.expand(3, 2, 2)
        write(rows)
        assert (rows == 5).all()
        assert (base == 5).all()
        with pytest.raises(RuntimeError, match="single memory location"):
            rows += 1
    for index in ([0], torch.tensor([True, False, False])):
        with pytest.warns(UserWarning, match="on expanded tensors is deprecated"):
            torch.zeros(2, 2).expand(3, 2, 2)[index] = 1.0


@pytest.mark.parametrize("dtype", [torch.int64, torch.float32, torch.uint8])
def test_unstable_sort(dtype):
    for size in (8, 16, 1000):
        key = (torch.arange(size) % 2).to(dtype)
        expected = np.argsort(key.numpy(), kind="stable")
        assert np.array_equal(key.argsort(stable=True), expected)
        assert np.array_equal(key.sort(stable=True).indices, expected)
        assert np.array_equal(key.argsort(), expected) == (size <= 16)


@pytest.mark.parametrize("dtype", FLOATS)
def test_multinomial_of_zeros(dtype):
    rng = np.random.default_rng(0)
    for size in (2, 5, 40):
        positive = int(rng.integers(1, size))
        weights = torch.zeros(size, dtype=dtype)
        weights[torch.from_numpy(rng.permutation(size)[:positive])] = 0.5
        for k in range(1, size + 1):
            drawn = torch.multinomial(weights.expand(3, -1), k)
            zeros = (weights[drawn] == 0).sum(1)
            assert zeros.tolist() == [max(0, k - positive)] * 3
        again = torch.multinomial(weights, 1000, replacement=True)
        assert (weights[again] > 0).all()
    with pytest.raises(ValueError, match="Fewer non-zero"):
        np.random.default_rng(0).choice(3, 2, replace=False, p=[1.0, 0.0, 0.0])
