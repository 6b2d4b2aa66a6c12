"""What the sentences of tensors/create say."""

import math
from fractions import Fraction

import numpy as np
import pytest
import scipy.signal
import scipy.stats
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from support import needs_cuda, says
from torch import nn
from torch.distributions import Bernoulli, Categorical, Normal

FLOATS = [torch.float64, torch.float32, torch.float16, torch.bfloat16]


@pytest.fixture
def filled_memory():
    """Uninitialised memory is filled with `nan`."""
    torch.use_deterministic_algorithms(True)
    yield
    torch.use_deterministic_algorithms(False)


@says(
    "tensors/create",
    "Without `dtype=`, `tensor`, `full` and `arange` make int64 of whole numbers, float32 of "
    "floats.",
)
@pytest.mark.parametrize(("value", "dtype"), [(3, torch.int64), (3.0, torch.float32)])
def test_types_of_numbers(value, dtype):
    made = [
        torch.tensor(value),
        torch.tensor([value]),
        torch.full((2,), value),
        torch.arange(value),
    ]
    assert [x.dtype for x in made] == [dtype] * 4


@says(
    "tensors/create",
    "`from_numpy`, `one_hot` and draws from distributions take no `dtype=`.",
)
@pytest.mark.parametrize("dtype", [torch.float64, torch.float16])
def test_which_calls_take_a_dtype(dtype):
    x, options = torch.zeros(3), {"dtype": dtype, "device": "meta"}
    made = [
        torch.tensor([1], **options), torch.zeros(2, **options), torch.ones(2, **options),
        torch.full((2,), 1, **options), torch.empty(2, **options), torch.arange(2, **options),
        torch.linspace(0, 1, 2, **options), torch.logspace(0, 1, 2, **options),
        torch.eye(2, **options), torch.rand(2, **options), torch.randn(2, **options),
        torch.randint(2, (2,), **options), torch.randperm(2, **options),
        torch.zeros_like(x, **options), torch.ones_like(x, **options),
        torch.rand_like(x, **options), torch.randn_like(x, **options),
        x.new_ones(2, **options), x.new_zeros(2, **options), x.new_full((2,), 1, **options),
        torch.hamming_window(2, **options),
    ]  # fmt: skip
    assert all(t.dtype == dtype and t.device.type == "meta" for t in made)
    for without in (
        lambda: torch.from_numpy(np.zeros(2), dtype=dtype),
        lambda: F.one_hot(torch.tensor([1]), dtype=dtype),
        lambda: torch.multinomial(torch.ones(2), 1, dtype=dtype),
        lambda: Normal(0.0, 1.0).sample((2,), dtype=dtype),
    ):
        with pytest.raises(TypeError, match="keyword argument"):
            without()


@says("tensors/create/tensor", "It copies its data and reads the type from it.")
@pytest.mark.parametrize("dtype", ["float64", "float32", "float16", "int64", "uint8", "bool"])
def test_tensor_copies(dtype):
    array = np.zeros(3, dtype=dtype)
    x = torch.tensor(array)
    array[0] = 1
    assert x.tolist() == [0, 0, 0]
    assert str(x.dtype) == f"torch.{dtype}"


@says(
    "tensors/create/tensor",
    "`torch.Tensor(3)` with a capital is another thing: an uninitialised tensor of three elements.",
)
def test_capital_tensor(filled_memory):
    assert torch.Tensor(3).shape == (3,)
    assert torch.Tensor(3).isnan().all()
    assert torch.tensor(3).shape == ()


@says("tensors/create/tensor", "To copy a tensor, write `x.detach().clone()`.")
@pytest.mark.parametrize("dtype", FLOATS)
def test_detach_and_clone(dtype):
    x = torch.ones(2, dtype=dtype, requires_grad=True)
    copy = x.detach().clone()
    copy[0] = 5
    assert x.tolist() == [1, 1]
    assert copy.dtype == dtype
    assert not copy.requires_grad
    assert x.clone().requires_grad


@says("tensors/create/from_numpy", "one memory, two views.")
@says("tensors/create/from_numpy", "Both share memory: a change on one side shows on the other.")
@says("tensors/create/from_numpy", "`torch.tensor(array)` copies.")
@pytest.mark.parametrize("dtype", ["float64", "float32", "float16", "int64", "uint16", "bool"])
def test_both_sides_share_memory(dtype):
    array = np.zeros((2, 3), dtype=dtype)[:, ::2]
    x, copy = torch.from_numpy(array), torch.tensor(array)
    array[0, 1] = 1
    assert x.tolist() == [[0, 1], [0, 0]]
    assert copy.tolist() == [[0, 0], [0, 0]]
    back = x.numpy()
    x[1, 0] = 1
    assert array.tolist() == back.tolist() == [[0, 1], [1, 0]]
    back[0, 1] = 0
    assert x.tolist() == [[0, 0], [1, 0]]


@says(
    "tensors/create/from_numpy",
    "NumPy's float64 stays float64, while layers expect float32: add `.float()`.",
    "float32, and a copy",
)
def test_float64_of_numpy():
    names = names_of("tensors/create/from_numpy")
    x, single = names["x"], names["single"]
    layer = nn.Linear(3, 2)
    assert x.dtype == torch.float64
    with pytest.raises(RuntimeError, match="dtype"):
        layer(x)
    assert layer(single).dtype == single.dtype == torch.float32
    single[0] = 7
    assert x[0] == names["array"][0] == 100


@says(
    "tensors/create/zeros_ones_full",
    "The shape is numbers or a tuple, for `full` a tuple.",
    "`full` takes its type from the value.",
)
@pytest.mark.parametrize(
    ("value", "dtype"),
    [(7, torch.int64), (7.0, torch.float32), (True, torch.bool), (1j, torch.complex64)],
)
def test_shape_of_zeros_and_full(value, dtype):
    for make in (torch.zeros, torch.ones):
        assert make(2, 3).shape == make((2, 3)).shape == (2, 3)
    assert torch.full((2, 3), value).shape == (2, 3)
    assert torch.full((2, 3), value).dtype == dtype
    with pytest.raises(TypeError):
        torch.full(2, 3, value)


@says("tensors/create/zeros_ones_full", "one value everywhere.")
@given(sizes=st.lists(st.integers(0, 3), max_size=3), value=st.integers(-9, 9))
def test_one_value_everywhere(sizes, value):
    for x, expected in (
        (torch.zeros(sizes), 0), (torch.ones(sizes), 1), (torch.full(sizes, value), value),
    ):  # fmt: skip
        assert x.flatten().tolist() == [expected] * math.prod(sizes)


@says("tensors/create/empty", "memory without values.")
@says(
    "tensors/create/empty",
    "`torch.Tensor(2, 3)` is uninitialised too: write `torch.empty(2, 3)`.",
)
def test_empty_is_uninitialised(filled_memory):
    for x in (torch.empty(2, 3), torch.Tensor(2, 3)):
        assert x.shape == (2, 3)
        assert x.dtype == torch.float32
        assert x.isnan().all()
    assert not torch.zeros(2, 3).isnan().any()


@says("tensors/create/arange", "numbers from start to end, without the end.")
@says("tensors/create/arange", "As Python's `range`, and with floats; `arange(5, 2)` raises.")
@given(start=st.integers(-50, 50), end=st.integers(-50, 50), step=st.integers(-7, 7).filter(bool))
def test_arange_as_range(start, end, step):
    expected = list(range(start, end, step))
    if (end - start) * step < 0:
        assert expected == []
        with pytest.raises(RuntimeError, match="inconsistent with step"):
            torch.arange(start, end, step)
    else:
        assert torch.arange(start, end, step).tolist() == expected
        halves = torch.arange(start / 2, end / 2, step / 2)
        assert halves.tolist() == [number / 2 for number in expected]


@says(
    "tensors/create/arange",
    "With a fractional step, rounding may add an element: use `linspace` when the count matters.",
)
@pytest.mark.parametrize(
    ("start", "end", "step"), [("1", "1.3", "0.1"), ("-4.6", "506", "2.3"), ("2.6", "8", "0.015")]
)
def test_arange_adds_an_element(start, end, step):
    exact = math.ceil((Fraction(end) - Fraction(start)) / Fraction(step))
    assert len(torch.arange(float(start), float(end), float(step))) == exact + 1
    assert len(torch.linspace(float(start), float(end), exact)) == exact


@says("tensors/create/arange", "`torch.range` includes the end and is deprecated.")
@pytest.mark.parametrize(("start", "end"), [(0, 4), (-3, 3), (2, 2)])
def test_range_includes_the_end(start, end):
    with pytest.warns(UserWarning, match="deprecated"):
        assert torch.range(start, end).tolist() == [*range(start, end + 1)]


@says("tensors/create/linspace", "evenly spaced points, with both ends.")
@says("tensors/create/linspace", "Say how many points, not how far apart.")
@says("tensors/create/linspace", "`logspace` does the same for exponents.")
@given(start=st.floats(-9, 9), end=st.floats(-9, 9), steps=st.integers(2, 20))
def test_linspace_and_logspace(start, end, steps):
    expected = np.linspace(start, end, steps)
    found = torch.linspace(start, end, steps, dtype=torch.float64)
    np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-12)
    assert found[0] == start
    assert found[-1] == end
    powers = torch.logspace(start, end, steps, dtype=torch.float64)
    np.testing.assert_allclose(powers, 10**expected, rtol=1e-9)


@says("tensors/create/eye", "the identity matrix.")
@given(n=st.integers(0, 6), seed=st.integers(0, 9))
def test_eye_is_the_identity(n, seed):
    x = torch.from_numpy(np.random.default_rng(seed).standard_normal((n, n)))
    identity = torch.eye(n, dtype=torch.float64)
    assert torch.equal(identity @ x, x)
    assert torch.equal(x @ identity, x)


@says("tensors/create/eye", "Its rows are one-hot vectors, as `one_hot` makes them in int64.")
@given(classes=st.lists(st.integers(0, 4)))
def test_rows_of_eye(classes):
    index = torch.tensor(classes, dtype=torch.int64)
    vectors = F.one_hot(index, num_classes=5)
    assert torch.equal(torch.eye(5)[index], vectors.float())
    assert vectors.dtype == torch.int64


@says(
    "tensors/create/one_hot",
    "class numbers to vectors of zeros and a one.",
    "From int64 class numbers of any shape; the classes become a new last dimension.",
)
@given(sizes=st.lists(st.integers(1, 3), max_size=3), seed=st.integers(0, 9))
def test_one_hot(sizes, seed):
    labels = np.random.default_rng(seed).integers(0, 4, sizes)
    vectors = F.one_hot(torch.tensor(labels), num_classes=4)
    assert vectors.shape == (*sizes, 4)
    np.testing.assert_array_equal(vectors, labels[..., None] == np.arange(4))
    with pytest.raises(RuntimeError, match="LongTensor"):
        F.one_hot(torch.tensor(labels).int(), num_classes=4)


@says(
    "tensors/create/one_hot",
    "Without `num_classes` it is the largest number plus one, so name it: a batch without the last "
    "class would be narrower.",
)
@given(labels=st.lists(st.integers(0, 9), min_size=1))
def test_one_hot_without_num_classes(labels):
    assert F.one_hot(torch.tensor(labels)).shape == (len(labels), max(labels) + 1)


@says(
    "tensors/create/one_hot",
    "The result is int64; a loss on probabilities wants `.float()`.",
    "`CrossEntropyLoss` needs none of this: it takes the class numbers.",
)
@pytest.mark.parametrize("seed", range(3))
def test_one_hot_in_a_loss(seed):
    generator = torch.Generator().manual_seed(seed)
    scores = torch.randn(5, 4, generator=generator)
    labels = torch.randint(4, (5,), generator=generator)
    vectors = F.one_hot(labels, num_classes=4)
    assert vectors.dtype == torch.int64
    for loss in (F.cross_entropy, F.binary_cross_entropy_with_logits, F.kl_div):
        with pytest.raises(RuntimeError):
            loss(scores, vectors, reduction="sum")
        assert loss(scores, vectors.float(), reduction="sum").isfinite()
    criterion = nn.CrossEntropyLoss()
    torch.testing.assert_close(criterion(scores, labels), criterion(scores, vectors.float()))


@says("tensors/create/rand_randn", "uniform in [0, 1), and normal.")
@pytest.mark.parametrize("dtype", FLOATS)
def test_rand_and_randn(dtype):
    torch.manual_seed(0)
    uniform = torch.rand(20_000, dtype=dtype)
    assert uniform.min() >= 0
    assert uniform.max() < 1
    assert scipy.stats.kstest(uniform.double(), "uniform").statistic < 0.02
    normal = torch.randn(20_000, dtype=dtype).double()
    assert scipy.stats.kstest(normal, "norm").statistic < 0.02


@says(
    "tensors/create/rand_randn",
    "Set the seed with `torch.manual_seed` to get the same numbers again.",
    "A `Generator` of your own does not disturb, and is not disturbed by, other draws.",
)
@given(seed=st.integers(0, 2**31), own=st.integers(0, 2**31), size=st.integers(1, 50))
def test_seed_and_generator(seed, own, size):
    torch.manual_seed(seed)
    first, second = torch.rand(size), torch.randn(size)
    torch.manual_seed(own)
    alone = torch.rand(size)
    torch.manual_seed(seed)
    generator = torch.Generator().manual_seed(own)
    assert torch.equal(torch.rand(size), first)
    assert torch.equal(torch.rand(size, generator=generator), alone)
    assert torch.equal(torch.randn(size), second)
    assert not torch.equal(torch.rand(size), first)


@says("tensors/create/rand_randn", "CPU and GPU draw different numbers.")
@needs_cuda
def test_gpu_draws_other_numbers():
    torch.manual_seed(0)
    assert not torch.equal(torch.rand(9), torch.rand(9, device="cuda").cpu())


@says("tensors/create/rand_randn", "mean 5, standard deviation 2")
def test_scaled():
    scaled = names_of("tensors/create/rand_randn")["scaled"]
    assert scipy.stats.kstest(scaled, "norm", args=(5, 2)).pvalue > 0.01


@says("tensors/create/randint", "whole numbers from low to high, without high.")
@says("tensors/create/randint", "With one number, `low` is 0.", "The type is int64.")
@given(low=st.integers(-9, 9), many=st.integers(1, 5))
def test_randint(low, many):
    torch.manual_seed(0)
    numbers = torch.randint(low, low + many, (200,))
    assert numbers.dtype == torch.int64
    assert numbers.unique().tolist() == [*range(low, low + many)]
    assert torch.randint(many, (200,)).unique().tolist() == [*range(many)]


@says("tensors/create/randperm", "the numbers 0 to n - 1 in random order.")
@says(
    "tensors/create/randperm",
    "Index data and labels with the same permutation to shuffle both alike.",
)
@given(n=st.integers(0, 40), seed=st.integers(0, 99))
def test_randperm(n, seed):
    torch.manual_seed(seed)
    order = torch.randperm(n)
    assert order.sort().values.tolist() == [*range(n)]
    assert n < 10 or order.tolist() != [*range(n)]
    x, y = torch.arange(2 * n).reshape(n, 2), torch.arange(n)
    assert torch.equal(x[order][:, 0], 2 * y[order])


@says(
    "tensors/create/distributions",
    "A distribution object draws (`sample`) and rates (`log_prob`).",
)
@given(loc=st.floats(-5, 5), scale=st.floats(0.1, 5), value=st.floats(-9, 9))
def test_sample_and_log_prob(loc, scale, value):
    normal, reference = Normal(loc, scale), scipy.stats.norm(loc, scale)
    rated = normal.log_prob(torch.tensor(value)).item()
    assert math.isclose(rated, reference.logpdf(value), rel_tol=1e-4, abs_tol=1e-4)
    torch.manual_seed(0)
    assert scipy.stats.kstest(normal.sample((5000,)), reference.cdf).statistic < 0.04


@says(
    "tensors/create/distributions",
    "`sample` has no gradient by the parameters; `rsample` has, where it exists (Normal has it, "
    "Categorical has not).",
)
def test_rsample_has_a_gradient():
    mean = torch.zeros(3, requires_grad=True)
    assert not Normal(mean, 1.0).sample().requires_grad
    assert Normal(mean, 1.0).rsample().requires_grad
    for discrete in (Categorical(logits=mean), Bernoulli(logits=mean)):
        assert not discrete.sample().requires_grad
        with pytest.raises(NotImplementedError):
            discrete.rsample()


@says("tensors/create/distributions", "two different ones")
@says(
    "tensors/create/distributions",
    "`torch.multinomial` draws indices by weights that need not sum to 1; without "
    "`replacement=True` no index comes twice.",
)
@given(weights=st.lists(st.integers(1, 9), min_size=2, max_size=6), seed=st.integers(0, 99))
def test_multinomial(weights, seed):
    torch.manual_seed(seed)
    w = torch.tensor(weights, dtype=torch.float32)
    assert torch.multinomial(w, len(w)).sort().values.tolist() == [*range(len(w))]
    drawn = torch.multinomial(w, 20_000, replacement=True)
    shares = drawn.bincount(minlength=len(w)) / 20_000
    torch.testing.assert_close(shares, w / w.sum(), atol=0.02, rtol=0)


@says(
    "tensors/create/like",
    "the same shape, type and device.",
    "The safe way to make a second tensor inside a model: it is on the right device.",
)
@pytest.mark.parametrize("device", ["cpu", "meta"])
@pytest.mark.parametrize("dtype", FLOATS)
@pytest.mark.parametrize("sizes", [(), (0,), (2, 3)])
def test_like(device, dtype, sizes):
    x = torch.zeros(sizes, dtype=dtype, device=device)
    for make in (torch.zeros_like, torch.ones_like, torch.rand_like, torch.randn_like):
        y = make(x)
        assert (y.shape, y.dtype, y.device) == (x.shape, x.dtype, x.device)


@says("tensors/create/like", "For integers the random ones need `dtype=`.")
@pytest.mark.parametrize("dtype", [torch.uint8, torch.int32, torch.int64])
@pytest.mark.parametrize("make", [torch.rand_like, torch.randn_like])
def test_random_like_of_integers(make, dtype):
    x = torch.ones(3, dtype=dtype)
    with pytest.raises(NotImplementedError):
        make(x)
    assert make(x, dtype=torch.float32).shape == (3,)
    assert make(x.double()).dtype == torch.float64


@says("tensors/create/new", "another shape, the same type and device.")
@says("tensors/create/new", "As the `_like` functions when the shape differs.")
@pytest.mark.parametrize("device", ["cpu", "meta"])
@pytest.mark.parametrize("dtype", [*FLOATS, torch.int64, torch.bool])
def test_new(device, dtype):
    x = torch.zeros(2, 3, dtype=dtype, device=device)
    for y in (x.new_ones(4), x.new_zeros((4,)), x.new_full((4,), 1)):
        assert (y.shape, y.dtype, y.device) == ((4,), x.dtype, x.device)


@says("tensors/create/hamming_window", "For the short-time Fourier transform.")
@says(
    "tensors/create/hamming_window",
    "`periodic=True` (default) is meant for it; `False` gives the symmetric window of filter "
    "design.",
)
@pytest.mark.parametrize("length", [4, 8, 64])
def test_periodic_and_symmetric_window(length):
    window = torch.hamming_window(length)
    assert torch.equal(window, torch.hamming_window(length, periodic=True))
    hops = window[: length // 2] + window[length // 2 :]  # overlapped by half
    torch.testing.assert_close(hops, torch.full_like(hops, 1.08))
    symmetric = torch.hamming_window(length, periodic=False)
    torch.testing.assert_close(symmetric, symmetric.flip(0))
    assert not torch.allclose(window, window.flip(0))
    np.testing.assert_allclose(symmetric, scipy.signal.windows.hamming(length), atol=1e-6)
