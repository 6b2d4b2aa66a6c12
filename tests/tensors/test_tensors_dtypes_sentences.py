"""What the sentences of tensors/dtypes say."""

import math

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from recipes import names_of
from support import says
from torch import nn

FLOATS = [torch.float64, torch.float32, torch.float16, torch.bfloat16]
INTS = [torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64]
COMPLEX = [torch.complex64, torch.complex128]


@says("tensors/dtypes", "A change of type copies; the bridge to NumPy does not.")
def test_copies():
    x = torch.zeros(3)
    double, array = x.double(), x.numpy()
    x[0] = 5
    assert double.tolist() == [0, 0, 0]
    assert array.tolist() == [5, 0, 0]
    assert torch.from_numpy(array).data_ptr() == x.data_ptr()


@says("tensors/dtypes/to_dtype", "Returns a new tensor, or the same one if nothing changes.")
@pytest.mark.parametrize("dtype", [*FLOATS, *INTS, torch.bool])
def test_to(dtype):
    x = torch.tensor([0, 1], dtype=dtype)
    assert x.to(dtype) is x
    other = torch.complex64
    assert x.to(other) is not x
    assert x.to(other).dtype == other


@says("tensors/dtypes/to_dtype", "From float to int rounds towards zero.")
@pytest.mark.parametrize("dtype", FLOATS)
def test_float_to_int(dtype):
    x = torch.randn(100).to(dtype) * 10
    assert x.to(torch.int32).tolist() == [math.trunc(v) for v in x.tolist()]


@says(
    "tensors/dtypes/float_long_bool",
    "`float()` is float32, `double()` float64, `half()` float16, `int()` int32, `long()` int64.",
)
@pytest.mark.parametrize(
    ("name", "dtype"),
    [
        ("float", torch.float32),
        ("double", torch.float64),
        ("half", torch.float16),
        ("int", torch.int32),
        ("long", torch.int64),
        ("bool", torch.bool),
    ],
)
def test_short_names(name, dtype):
    assert getattr(torch.tensor([1.5]), name)().dtype == dtype
    assert getattr(torch.tensor([True]), name)().dtype == dtype


@says(
    "tensors/dtypes/float_long_bool",
    "Linear layers want `float()`, class indices `long()`.",
)
def test_what_layers_want():
    assert nn.Linear(2, 3).weight.dtype == torch.float32
    for wrong in (torch.float64, torch.float16, torch.int64):
        with pytest.raises(RuntimeError, match="dtype"):
            nn.Linear(2, 3)(torch.ones(1, 2, dtype=wrong))
    scores, target = torch.zeros(1, 3), torch.tensor([1.0])
    assert F.cross_entropy(scores, target.long()).item() == pytest.approx(math.log(3))
    for wrong in (torch.float32, torch.int32, torch.int16):
        with pytest.raises(RuntimeError, match="dtype"):
            F.cross_entropy(scores, target.to(wrong))


@says("tensors/dtypes/float_long_bool", "`bool()` is True for everything but zero.")
@pytest.mark.parametrize("dtype", [*FLOATS, *INTS, *COMPLEX])
def test_bool(dtype):
    x = torch.tensor([0, 1, 2, 100], dtype=dtype)
    assert x.bool().tolist() == [False, True, True, True]
    if dtype.is_floating_point:
        odd = torch.tensor([-0.0, math.nan, math.inf, torch.finfo(dtype).tiny], dtype=dtype)
        assert odd.bool().tolist() == [False, True, True, True]


KINDS = [[torch.bool], INTS, FLOATS, COMPLEX]


@says(
    "tensors/dtypes/type_promotion",
    "The higher kind wins: bool, then int, then float, then complex.",
)
@pytest.mark.parametrize("low", range(4))
@pytest.mark.parametrize("high", range(4))
def test_promotion(low, high):
    for a in KINDS[low]:
        for b in KINDS[high]:
            found = (torch.ones(2, dtype=a) * torch.ones(2, dtype=b)).dtype
            assert found in KINDS[max(low, high)]
            if low < high and high < 3:
                assert found == b


@says(
    "tensors/dtypes/type_promotion",
    "A Python number of the same or a lower kind does not change the type, and wraps around where "
    "it does not fit.",
)
@pytest.mark.parametrize("dtype", [torch.bool, *INTS, *FLOATS, *COMPLEX])
def test_python_numbers(dtype):
    kind = next(i for i, kind in enumerate(KINDS) if dtype in kind)
    x = torch.ones(2, dtype=dtype)
    for number in (True, 300, 1e30, 1e30j)[: kind + 1]:
        assert (x * number).dtype == (x + number).dtype == dtype
    for number in (True, 300, 1e30, 1e30j)[kind + 1 :]:
        assert torch.result_type(x, number) != dtype
    if dtype in INTS:
        beyond = 2 ** torch.iinfo(dtype).bits
        if beyond < 2**63:  # the largest that a Python number of an operation may be
            assert (x + beyond).equal(x)
            assert (x == beyond + 1).all()


@says(
    "tensors/dtypes/type_promotion",
    "In-place operations cannot change the type of their target: `n.add_(0.5)` raises, "
    "`n[0] = 2.7` writes 2.",
)
@pytest.mark.parametrize("dtype", [torch.bool, *INTS, *FLOATS])
def test_in_place_keeps_the_type(dtype):
    x = torch.ones(2, dtype=dtype)
    x *= torch.ones(2, dtype=dtype)
    assert x.dtype == dtype
    with pytest.raises(RuntimeError, match="can't be cast"):
        x *= 1j
    if dtype.is_floating_point:
        x *= torch.ones(2, dtype=torch.float64)
    else:
        with pytest.raises(RuntimeError, match="can't be cast"):
            x *= 0.5
    assert x.dtype == dtype
    if dtype in INTS:
        x[0] = 2.7
        assert x.tolist() == [2, 1]


@says("tensors/dtypes/default_dtype", "float32 unless you say otherwise.")
@says("tensors/dtypes/default_dtype", "after an error too")
def test_default_dtype(monkeypatch):
    assert torch.get_default_dtype() == torch.float32
    assert {t.dtype for t in (torch.zeros(2), torch.tensor(0.5), torch.rand(1))} == {torch.float32}
    zeros = torch.zeros
    monkeypatch.setattr(torch, "zeros", lambda n: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        names_of("tensors/dtypes/default_dtype")
    assert zeros(2).dtype == torch.float32


@says(
    "tensors/dtypes/default_dtype",
    "It replaces `torch.set_default_tensor_type`, which is deprecated.",
)
def test_old_setter_is_deprecated():
    with pytest.warns(UserWarning, match=r"(?s)deprecated.*set_default_dtype"):
        torch.set_default_tensor_type(torch.DoubleTensor)
    try:
        assert torch.zeros(2).dtype == torch.float64
    finally:
        torch.set_default_dtype(torch.float32)


@says("tensors/dtypes/legacy_tensor_types", "It still works, on the CPU alone.")
def test_legacy_types_know_no_devices():
    with torch.device("meta"):
        assert torch.tensor([1.0]).device.type == "meta"
        assert torch.FloatTensor([1, 2]).device.type == "cpu"
    with pytest.raises(RuntimeError, match="expects device type: cpu"):
        torch.FloatTensor([1, 2], device="meta")
    assert torch.FloatTensor([1, 2]).tolist() == [1, 2]


@says(
    "tensors/dtypes/legacy_tensor_types",
    "`torch.FloatTensor(2, 3)` with numbers is uninitialised memory of that shape.",
)
def test_legacy_sizes_are_uninitialised():
    assert torch.utils.deterministic.fill_uninitialized_memory
    torch.use_deterministic_algorithms(True)  # fills what is uninitialised with NaN
    try:
        assert torch.FloatTensor(2, 3).isnan().sum() == 6
        assert torch.zeros(2, 3).isnan().sum() == 0
    finally:
        torch.use_deterministic_algorithms(False)


@says(
    "tensors/dtypes/numpy_bridge",
    "Detach from the graph, move to the CPU, convert.",
    "the same steps in one call",
)
@pytest.mark.parametrize("x", [torch.ones(2), torch.ones(2, requires_grad=True) * 2])
def test_numpy(x):
    array = x.detach().cpu().numpy()
    assert isinstance(array, np.ndarray)
    np.testing.assert_array_equal(array, x.tolist())
    np.testing.assert_array_equal(x.numpy(force=True), array)


@says(
    "tensors/dtypes/numpy_bridge",
    "`x.numpy()` alone is for a CPU tensor without gradient; bfloat16 has no NumPy type:"
    " `float()` first.",
)
def test_numpy_refuses():
    with pytest.raises(RuntimeError, match="requires grad"):
        torch.ones(2, requires_grad=True).numpy()
    with pytest.raises(TypeError):
        torch.ones(2, device="meta").numpy()
    x = torch.tensor([0.5, 3.0], dtype=torch.bfloat16)
    for force in (False, True):
        with pytest.raises(TypeError, match="BFloat16"):
            x.numpy(force=force)
    assert x.float().numpy().tolist() == [0.5, 3]


@says(
    "tensors/dtypes/numpy_bridge",
    "The array shares memory with a CPU tensor: `.copy()` it where the tensor changes later.",
)
def test_array_shares_memory():
    x = torch.zeros(2, requires_grad=True)
    shared, copied = x.detach().cpu().numpy(), x.detach().cpu().numpy().copy()
    with torch.no_grad():
        x += 1
    assert shared.tolist() == [1, 1]
    assert copied.tolist() == [0, 0]


@says(
    "tensors/dtypes/numpy_bridge",
    "`np.squeeze(array)` drops a batch of one too: name the axis.",
)
def test_squeeze():
    array = np.zeros((1, 1, 2, 2))
    assert np.squeeze(array).shape == (2, 2)
    assert np.squeeze(array, axis=1).shape == (1, 2, 2)


@says(
    "tensors/dtypes/finfo_iinfo",
    "`finfo(dtype).eps` is the gap between 1 and the next number, `tiny` the smallest normal one, "
    "`min` the lowest: minus `max`.",
    "Fill masks with `finfo(scores.dtype).min`: -1e9 is `-inf` in float16.",
)
@pytest.mark.parametrize("dtype", FLOATS)
def test_limits_of_floats(dtype):
    info = torch.finfo(dtype)
    one = torch.ones((), dtype=dtype)
    assert one + info.eps != one
    assert one + info.eps / 2 == one  # a half goes to the even neighbour
    if dtype != torch.bfloat16:
        numpy = np.finfo(str(dtype).removeprefix("torch."))
        assert (info.eps, info.tiny, info.max) == (numpy.eps, numpy.tiny, numpy.max)
    assert info.min == -info.max
    assert torch.tensor(info.max, dtype=dtype).isfinite()
    assert (torch.tensor(info.max, dtype=dtype) * 2).isinf()
    assert torch.tensor(-1e9).to(dtype).isinf() == (dtype == torch.float16)


@says("tensors/dtypes/finfo_iinfo", "Integers wrap around at `iinfo(dtype).max`.")
@pytest.mark.parametrize("dtype", INTS)
def test_limits_of_integers(dtype):
    info = torch.iinfo(dtype)
    assert (torch.tensor([info.max], dtype=dtype) + 1).item() == info.min


@says(
    "tensors/dtypes/finfo_iinfo",
    "`nextafter` is the neighbour of a number, `frexp` takes it apart into fraction and exponent.",
)
@pytest.mark.parametrize("x", [1.0, -3.7, 1e-20, 6e10])
def test_parts_of_a_float(x):
    t = torch.tensor(x, dtype=torch.float64)
    assert t.nextafter(torch.tensor(math.inf).double()).item() == math.nextafter(x, math.inf)
    fraction, exponent = t.frexp()
    assert (fraction.item(), exponent.item()) == math.frexp(x)


@says(
    "tensors/dtypes/is_questions",
    "`is_floating_point` is False for complex numbers: ask `is_complex`.",
)
@pytest.mark.parametrize("dtype", COMPLEX)
def test_kind_of_complex(dtype):
    z = torch.zeros(2, dtype=dtype)
    assert not z.is_floating_point()
    assert z.is_complex()


@says("tensors/dtypes/is_questions", "`is_nonzero` wants one element, as `if x:` does.")
@pytest.mark.parametrize("size", [0, 2])
def test_is_nonzero(size):
    assert torch.is_nonzero(torch.ones(1)) is bool(torch.ones(1)) is True
    for question in (torch.is_nonzero, bool):
        with pytest.raises(RuntimeError, match="ambiguous"):
            question(torch.ones(size))
