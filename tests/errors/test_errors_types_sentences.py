"""What the sentences of errors/types say."""

import re
import warnings

import numpy as np
import pandas as pd
import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from sklearn.metrics import mean_squared_error
from support import library, needs_cuda, says
from torch import nn
from torch.utils.data import DataLoader
from torchvision import transforms
from torchvision.transforms import v2
from torchvision.transforms.functional import pil_to_tensor

ONES = torch.ones
FLOATS = [torch.float16, torch.bfloat16, torch.float32, torch.float64]
INTEGERS = [torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64]
NAMES = {
    torch.float64: "Double", torch.float16: "Half", torch.bfloat16: "BFloat16",
    torch.int64: "Long", torch.int32: "Int", torch.int8: "Char", torch.uint8: "Byte",
    torch.bool: "Bool",
}  # fmt: skip


def fails(part, kind=RuntimeError):
    return pytest.raises(kind, match=re.escape(part))


def warned(call):
    """Return the messages of what a call warns of."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        call()
    return [str(warning.message) for warning in caught]


@says(
    "errors/types",
    "Floats from NumPy are float64, counts and labels int64, pictures uint8; weights are float32.",
)
@says("errors/types/same_dtype", "float64, as NumPy makes it")
@pytest.mark.parametrize(
    ("x", "dtype"),
    [
        (torch.from_numpy(np.ones(3)), torch.float64),
        (torch.from_numpy(np.random.default_rng(0).normal(size=3)), torch.float64),
        ((ONES(3) > 0).sum(), torch.int64),
        (torch.bincount(torch.tensor([1, 1])), torch.int64),
        (torch.tensor([0, 2, 1]), torch.int64),
        (ONES(2, 3).argmax(1), torch.int64),
        (pil_to_tensor(Image.new("RGB", (2, 2))), torch.uint8),
        (nn.Linear(2, 2).weight, torch.float32),
        (nn.Conv2d(2, 2, 1).weight, torch.float32),
    ],
)
def test_dtypes_of_data(x, dtype):
    assert x.dtype is dtype


@says(
    "errors/types/same_dtype",
    "The two sides of a matrix product differ in dtype: for a `Linear`, mat1 is the input and mat2"
    " the weight.",
    'Without a bias it says "expected m1 and m2 to have the same dtype".',
    "Usual causes: data from NumPy or pandas, float64 (Double); integers such as ids or pixels"
    " (Long, Byte); a model or an input in half precision and the other not.",
    "Convert the input where it is made; `float()` makes float32.",
)
@pytest.mark.parametrize("dtype", [torch.float64, torch.int64, torch.uint8, torch.float16])
@pytest.mark.parametrize("shape", [(3,), (4, 3), (2, 4, 3)])
def test_what_a_linear_layer_says_of_dtypes(dtype, shape):
    x = ONES(shape).to(dtype)
    with fails(f"mat1 and mat2 must have the same dtype, but got {NAMES[dtype]} and Float"):
        nn.Linear(3, 2)(x)
    with fails("mat1 and mat2 must have the same dtype, but got Float and Half"):
        nn.Linear(3, 2).half()(ONES(shape))
    with fails("expected m1 and m2 to have the same dtype"):
        nn.Linear(3, 2, bias=False)(x)
    assert x.float().dtype is torch.float32
    assert nn.Linear(3, 2)(x.float()).shape == (*shape[:-1], 2)


@says(
    "errors/types/input_and_bias_type",
    "A convolution got an input of another dtype than its weights.",
    "Usual causes: a picture of bytes, unsigned char, that was never made float; data from NumPy,"
    " double; one of model and input in half precision.",
)
@pytest.mark.parametrize("axes", [1, 2, 3])
@pytest.mark.parametrize(
    ("x", "weights", "names"),
    [
        (torch.uint8, torch.float32, ("unsigned char", "float")),
        (torch.from_numpy(np.ones(1)).dtype, torch.float32, ("double", "float")),
        (torch.float16, torch.float32, ("c10::Half", "float")),
        (torch.float32, torch.float16, ("float", "c10::Half")),
    ],
)
def test_what_a_convolution_says_of_dtypes(axes, x, weights, names):
    conv = getattr(nn, f"Conv{axes}d")(3, 2, 1).to(weights)
    picture = ONES([1, 3] + [4] * axes).to(x)
    with fails(f"Input type ({names[0]}) and bias type ({names[1]}) should be the same"):
        conv(picture)
    assert conv(picture.to(conv.weight.dtype)).dtype is weights


@says(
    "errors/types/input_and_bias_type",
    "If the names begin with `torch.cuda`, compare them: with `torch.cuda.FloatTensor` and"
    " `torch.FloatTensor` the devices differ, not the dtypes.",
)
def test_what_the_names_of_types_say():
    there, here = torch.cuda.FloatTensor, torch.FloatTensor
    assert there.dtype is here.dtype is torch.float32
    assert (there.is_cuda, here.is_cuda) == (True, False)


@says("errors/types/input_and_bias_type", "as read_image gives it")
def test_read_image_gives_bytes(tmp_path):
    Image.new("RGB", (8, 8)).save(tmp_path / "picture.png")
    with warnings.catch_warnings(action="ignore"):
        from torchvision.io import read_image

        picture = read_image(str(tmp_path / "picture.png"))
    assert (picture.dtype, picture.shape) == (torch.uint8, (3, 8, 8))


GRAD = "Can't call numpy() on Tensor that requires grad"


@says(
    "errors/types/numpy_requires_grad",
    "NumPy keeps no history, so a tensor that takes part in autograd is not converted unasked.",
    "Usual causes: the output of a model, or a loss, given to NumPy, matplotlib or scikit-learn; a"
    " list of losses.",
)
@pytest.mark.parametrize(
    "call",
    [torch.Tensor.numpy, np.asarray, lambda y: mean_squared_error(y, [1, 1]),
     lambda y: np.array([y.sum(), y.sum()]), lambda y: np.mean([y.sum(), y.mean()])],
)  # fmt: skip
def test_numpy_wants_no_history(call):
    y = nn.Linear(3, 2)(ONES(3))
    with fails(GRAD):
        call(y)
    call(y.detach())


@says(
    "errors/types/numpy_requires_grad",
    "Usual causes: the output of a model, or a loss, given to NumPy, matplotlib or scikit-learn; a"
    " list of losses.",
)
def test_matplotlib_wants_no_history():
    from matplotlib.figure import Figure

    loss = nn.Linear(3, 1)(ONES(3)).sum()
    axes = Figure().subplots()
    with fails(GRAD):
        axes.plot([loss, loss])
    axes.plot([loss.item(), loss.item()])


@says(
    "errors/types/numpy_requires_grad",
    "`tensor.detach()` leaves the graph; a tensor on a GPU needs `.cpu()` as well, one in"
    " bfloat16 `.float()`.",
    "For NumPy, matplotlib, scikit-learn; `cpu` is for a GPU and does nothing here.",
)
def test_what_a_tensor_needs_before_numpy():
    y = nn.Linear(3, 2)(ONES(3))
    assert y.grad_fn is not None
    assert y.detach().grad_fn is None
    assert not y.detach().requires_grad
    assert y.cpu() is y
    with fails("unsupported ScalarType BFloat16", TypeError):
        y.detach().bfloat16().numpy()
    assert y.detach().bfloat16().float().numpy().shape == (2,)


@needs_cuda
@says(
    "errors/types/numpy_requires_grad",
    "`tensor.detach()` leaves the graph; a tensor on a GPU needs `.cpu()` as well, one in"
    " bfloat16 `.float()`.",
)
def test_a_tensor_on_a_gpu_needs_cpu():
    with fails("can't convert cuda:0 device type tensor to numpy", TypeError):
        ONES(2, device="cuda").numpy()
    assert ONES(2, device="cuda").cpu().numpy().tolist() == [1, 1]


VALUES = torch.tensor([1.0, -2.0, 5.0])


@says(
    "errors/types/boolean_ambiguous",
    "Python asked a tensor of several elements for one True or False: in `if`, `while`, `and`,"
    " `or`, `not`, `in` of a list, a chain such as `0 < x < 3`, or `max` of two tensors.",
    "Usual causes: a comparison of whole tensors in an `if`; `and` where `&` is meant; a loss that"
    " is made and called in one step, `nn.MSELoss(output, target)`, so that the tensors are taken"
    " for its options.",
)
@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (lambda x: 1 if x > 0 else 2, lambda x: 1 if (x > 0).all() else 2),
        (lambda x: next(iter(lambda: bool(x > 0), False)), lambda x: (x > 0).any()),
        (lambda x: x > 0 and x < 3, lambda x: (x > 0) & (x < 3)),
        (lambda x: x > 0 or x < 3, lambda x: (x > 0) | (x < 3)),
        (lambda x: not (x > 0), lambda x: ~(x > 0)),
        (lambda x: x in [ONES(3)], lambda x: any(item is x for item in [ONES(3)])),
        (lambda x: 0 < x < 3, lambda x: (x > 0) & (x < 3)),
        (lambda x: max(x, x + 1), lambda x: torch.maximum(x, x + 1)),
        (lambda x: nn.MSELoss(x, x), lambda x: nn.MSELoss()(x, x)),
        (lambda x: nn.CrossEntropyLoss(x, x), lambda x: nn.CrossEntropyLoss()(x, x)),
        (lambda x: nn.BCEWithLogitsLoss(x, x), lambda x: nn.BCEWithLogitsLoss()(x, x)),
    ],
)
def test_causes_of_boolean_ambiguous(wrong, right):
    with fails("Boolean value of Tensor with more than one value is ambiguous"):
        wrong(VALUES)
    right(VALUES)


@says(
    "errors/types/result_type_cast",
    "Arithmetic in place puts no floats into a tensor of integers, no integers into bools and no"
    " complex numbers into floats.",
    "Assignment, `x[0] = 2.7`, and `fill_` do: 2.7 becomes 2.",
)
@pytest.mark.parametrize(
    ("into", "of"),
    [*[(dtype, torch.float32) for dtype in INTEGERS], (torch.bool, torch.int64),
     (torch.bool, torch.float32), (torch.float32, torch.complex64)],
)  # fmt: skip
def test_which_results_do_not_go_into_a_tensor(into, of):
    for call in (torch.Tensor.add_, torch.Tensor.mul_, lambda x, y: torch.add(x, y, out=x)):
        with fails("can't be cast to the desired output type"):
            call(ONES(2).to(into), ONES(2).to(of))
        assert call(ONES(2).to(of), ONES(2).to(into)).dtype is of
    if into is not torch.bool and not of.is_complex:
        x = ONES(2).to(into)
        x[0] = 2.7
        assert x.tolist() == [2, 1]
        assert x.fill_(2.7).tolist() == [2, 2]


BCE = nn.BCEWithLogitsLoss()


@says(
    "errors/types/result_type_cast",
    "Usual causes: an operation in place (`+=`, `/=`, `mul_`) on a tensor of integers or bytes; a"
    " target of integers in `BCEWithLogitsLoss`; `Dropout` of integers in training; a counter made"
    " with `torch.tensor(0)`.",
)
@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (lambda x: x.__iadd__(0.5), lambda x: x + 0.5),
        (lambda x: x.to(torch.uint8).__itruediv__(255), lambda x: x.to(torch.uint8) / 255),
        (lambda x: x.mul_(0.5), lambda x: x.float().mul_(0.5)),
        (lambda x: BCE(torch.zeros(2), x), lambda x: BCE(torch.zeros(2), x.float())),
        (lambda x: nn.Dropout()(x), lambda x: nn.Dropout().eval()(x)),
        (lambda x: torch.tensor(0).__iadd__(0.5), lambda x: torch.tensor(0.0).__iadd__(0.5)),
    ],
)
def test_causes_of_result_type_cast(wrong, right):
    with fails("result type Float can't be cast to the desired output type"):
        wrong(torch.tensor([0, 1]))
    right(torch.tensor([0, 1]))


@says(
    "errors/types/not_implemented_for_long",
    'The operation has no version for integers ("Long" is int64, "Int" int32, "Char" int8, "Byte"'
    ' uint8) or for "Bool".',
    "The word in quotes names the inner function, often with the name of the operation in it.",
)
@pytest.mark.parametrize("dtype", [torch.int64, torch.int32, torch.int8, torch.uint8, torch.bool])
@pytest.mark.parametrize(
    ("call", "name"),
    [(lambda x: x.softmax(-1), "softmax"), (lambda x: F.mse_loss(x, x), "mse"),
     (lambda x: x.log_softmax(1), "log_softmax"), (lambda x: x.normal_(), "normal"),
     (lambda x: F.grid_sample(x[None, None], torch.zeros(1, 2, 2, 2)), "grid_sampler")],
)  # fmt: skip
def test_names_of_integers_in_the_message(dtype, call, name):
    with pytest.raises(NotImplementedError) as error:
        call(ONES(2, 2).to(dtype))
    inner, of = re.fullmatch(r'"(\w+)" not implemented for \'(\w+)\'', str(error.value)).groups()
    assert name in inner
    assert of == NAMES[dtype]


@says(
    "errors/types/not_implemented_for_long",
    "Usual causes: a tensor made from integers, `torch.tensor([1, 2])`; labels first in"
    " `cross_entropy`; bytes of a picture.",
)
@pytest.mark.parametrize(("wrong", "right"), [
    (lambda: torch.tensor([1, 2]).softmax(0), lambda: torch.tensor([1.0, 2]).softmax(0)),
    (lambda: F.cross_entropy(torch.tensor([0, 2]), torch.zeros(2, 3)),
     lambda: F.cross_entropy(torch.zeros(2, 3), torch.tensor([0, 2]))),
    (lambda: F.avg_pool2d(pil_to_tensor(Image.new("RGB", (4, 4))), 2),
     lambda: F.avg_pool2d(pil_to_tensor(Image.new("RGB", (4, 4))).float(), 2)),
])  # fmt: skip
def test_causes_of_not_implemented_for_long(wrong, right):
    with pytest.raises(NotImplementedError, match=r"not implemented for '(Long|Byte)'"):
        wrong()
    assert right().is_floating_point()


@says(
    "errors/types/not_implemented_for_long",
    "Older versions raise RuntimeError, which is above NotImplementedError, so `except"
    " RuntimeError` catches both.",
)
def test_runtime_error_is_above():
    assert issubclass(NotImplementedError, RuntimeError)
    with pytest.raises(RuntimeError, match="not implemented for 'Long'"):
        torch.tensor([1]).softmax(0)


@says(
    "errors/types/not_implemented_for_half",
    "Version 2.15 runs Linear, convolutions and softmax in float16 on the CPU, where older ones"
    " stop; decompositions and `cdist` it does not.",
)
@pytest.mark.parametrize(
    ("call", "runs"),
    [
        (lambda x: nn.Linear(4, 2).half()(x), True),
        (lambda x: nn.Conv1d(4, 2, 1).half()(x), True),
        (lambda x: nn.Conv2d(1, 2, 1).half()(x[None]), True),
        (lambda x: nn.Conv3d(1, 2, 1).half()(x[None, None]), True),
        (lambda x: x.softmax(-1), True),
        *[(getattr(torch.linalg, name), False)
          for name in ("svd", "qr", "cholesky", "eigh", "eig", "lu", "det")],
        (lambda x: torch.cdist(x, x), False),
    ],
)  # fmt: skip
def test_what_runs_in_float16(call, runs):
    x = torch.eye(4, dtype=torch.float16)
    if runs:
        assert call(x).dtype is torch.float16
    else:
        with fails("not implemented for 'Half'", NotImplementedError):
            call(x)


class Distances(nn.Module):
    """A model with an operation that the CPU lacks."""

    def __init__(self):
        super().__init__()
        self.points = nn.Parameter(ONES(3, 2))

    def forward(self, x):
        return torch.cdist(x, self.points)


@says(
    "errors/types/not_implemented_for_half",
    "Usual causes: a model loaded in float16, for a GPU, run on a machine without one;"
    " `model.half()` on the CPU.",
    "Load the model in float32 there, or compute that step in float32.",
    "Weights on disk in float16: a module of float32 takes them.",
)
@pytest.mark.parametrize("loaded", [False, True])
def test_causes_of_not_implemented_for_half(loaded):
    model = Distances().half()
    if loaded:
        model.load_state_dict(Distances().half().state_dict(), assign=True)
    with fails("not implemented for 'Half'", NotImplementedError):
        model(ONES(1, 2).half())
    whole = Distances()
    whole.load_state_dict(model.state_dict())
    assert whole.points.dtype is torch.float32
    assert whole(ONES(1, 2)).dtype is torch.float32


MEAN = "mean(): could not infer output dtype"


@says(
    "errors/types/mean_of_integers",
    "could not infer output dtype: the mean of integers or bools.",
    "`mean` of integers or bools is not defined, since the result would not be of their type; `sum`"
    " is.",
)
@pytest.mark.parametrize("dtype", [*INTEGERS, torch.bool])
def test_the_mean_of_integers_is_not_defined(dtype):
    with fails(MEAN, NotImplementedError):
        ONES(2).to(dtype).mean()
    assert ONES(2).to(dtype).sum() == 2
    assert torch.tensor([1, 2]).float().mean() == 1.5  # no whole number


@says(
    "errors/types/mean_of_integers",
    "Usual causes: an accuracy, `(predicted == target).mean()`; a tensor from integers without a"
    " decimal point; bytes of a picture, also in `adaptive_avg_pool2d(x, 1)`; `l1_loss` of two"
    " integers.",
)
@pytest.mark.parametrize(("wrong", "right"), [
    (lambda x: (x == x).mean(), lambda x: (x == x).float().mean()),
    (lambda x: x.mean(), lambda x: x.float().mean()),
    (lambda x: x.to(torch.uint8).mean(), lambda x: x.to(torch.uint8).mean(dtype=torch.float32)),
    (lambda x: F.adaptive_avg_pool2d(x.to(torch.uint8), 1),
     lambda x: F.adaptive_avg_pool2d(x.float(), 1)),
    (lambda x: F.l1_loss(x, x), lambda x: F.l1_loss(x.float(), x)),
])  # fmt: skip
def test_causes_of_mean_of_integers(wrong, right):
    x = torch.arange(12).view(3, 2, 2)
    with fails(MEAN, NotImplementedError):
        wrong(x)
    assert right(x).is_floating_point()


@says(
    "errors/types/mean_of_integers",
    "`std`, `var`, `norm` and `quantile` refuse integers in words of their own.",
)
@pytest.mark.parametrize(
    "call", [torch.std, torch.var, torch.norm, lambda x: x.norm(), lambda x: x.quantile(0.5)]
)
@pytest.mark.parametrize("dtype", [torch.int64, torch.uint8])
def test_others_refuse_integers_in_their_words(call, dtype):
    with pytest.raises(RuntimeError) as error:
        call(ONES(3).to(dtype))
    assert MEAN not in str(error.value)
    call(ONES(3))


@says(
    "errors/types/numpy_object",
    "The array holds Python objects, not numbers, and torch has no type for that.",
    "Usual causes: a table with text, None or mixed types in it, such as `.values` of a DataFrame;"
    " rows of different length in one array.",
    "Numbers, bools and None: None becomes nan.",
    "A column of pandas with `pd.NA` takes `to_numpy(np.float32, na_value=np.nan)`.",
)
@pytest.mark.parametrize(
    "values", [[1, "a"], [1.0, None], [1.5, True], [[1, 2], [3]], [np.ones(2), np.ones(3)]]
)
def test_causes_of_numpy_object(values):
    array = np.array(values, dtype=object)
    for make in (torch.from_numpy, torch.tensor, torch.as_tensor):
        with fails("can't convert np.ndarray of type numpy.object_", TypeError):
            make(array)
    if not any(isinstance(value, (str, list, np.ndarray)) for value in values):
        x = torch.from_numpy(array.astype(np.float32))
        assert x.isnan().tolist() == [value is None for value in values]
    column = pd.Series([1, pd.NA], dtype="Int64")
    with pytest.raises(TypeError, match="NAType"):
        np.array(column, dtype=object).astype(np.float32)
    assert torch.from_numpy(column.to_numpy(np.float32, na_value=np.nan)).isnan().tolist() == [0, 1]


STR = ("too many dimensions 'str'", ValueError)
ONE_STR = ("new(): invalid data type 'str'", TypeError)


@says(
    "errors/types/too_many_dimensions_str",
    "a tensor of strings.",
    "There are no tensors of text.",
    "Usual causes: labels as words; numbers read from a file as strings and not converted; a batch"
    " of sentences or of file names.",
    "For one string, or a string after a number, the message is \"new(): invalid data type 'str'\";"
    ' for None or a dict "Could not infer dtype".',
)
@pytest.mark.parametrize(
    ("data", "part", "kind"),
    [
        (["cat", "dog"], *STR),
        (["1.5", "2"], *STR),
        ([["0.1", "0.2"], ["0.3", "0.4"]], *STR),
        (["A dog barks.", "Two cats."], *STR),
        (["a.png"], *STR),
        ("cat", *ONE_STR),
        ([1, "a"], *ONE_STR),
        ([[1.5, "a"]], *ONE_STR),
        (None, "Could not infer dtype of NoneType", RuntimeError),
        ([1, None], "Could not infer dtype of NoneType", RuntimeError),
        ({"a": 1}, "Could not infer dtype of dict", RuntimeError),
        ([{}], "Could not infer dtype of dict", RuntimeError),
    ],
)
def test_messages_of_data_without_a_dtype(data, part, kind):
    with fails(part, kind):
        torch.tensor(data)


BACKWARDS = [
    lambda a: a[::-1], lambda a: a[..., ::-1], np.flip, np.fliplr, np.rot90,
    lambda a: np.rot90(a, 2), lambda a: np.rot90(a, 3),
]  # fmt: skip


@says(
    "errors/types/negative_stride",
    "The array is a view that runs backwards through its memory, which a tensor cannot.",
    "Usual causes: `[::-1]`, also for BGR to RGB with `[..., ::-1]`; `np.flip`, `np.fliplr` and"
    " `np.rot90` in an augmentation, then `from_numpy`, `ToTensor` or a `DataLoader`.",
    "A copy of the array is in order again.",
)
@pytest.mark.parametrize("turn", BACKWARDS)
@pytest.mark.parametrize(
    "make",
    [torch.from_numpy, torch.tensor, transforms.ToTensor(), v2.ToImage(),
     lambda a: next(iter(DataLoader([a], batch_size=1)))],
)  # fmt: skip
def test_causes_of_negative_stride(turn, make):
    image = np.arange(12.0).reshape(2, 2, 3)
    array = turn(image)
    assert min(array.strides) < 0
    assert np.shares_memory(array, image)
    with fails("At least one stride in the given numpy array is negative", ValueError):
        make(array)
    assert min(array.copy().strides) > 0
    assert np.array_equal(torch.from_numpy(array.copy()), array)
    make(array.copy())


@says(
    "errors/types/negative_stride",
    "The array is a view that runs backwards through its memory, which a tensor cannot.",
    "Tensors have `flip`; a slice of a tensor with a negative step raises as well.",
    "BGR to RGB: copy, or pick the channels by number, which copies.",
)
@pytest.mark.parametrize("step", [-1, -2])
def test_a_tensor_does_not_run_backwards(step):
    x = torch.arange(4)
    with fails("step must be greater than zero", ValueError):
        x[::step]
    with fails("Negative strides are not supported"):
        x.as_strided((2,), (step,), 3)
    assert x.flip(0).tolist() == [3, 2, 1, 0]
    image = np.arange(12.0).reshape(2, 2, 3)
    assert np.array_equal(torch.from_numpy(image[..., [2, 1, 0]]), image[..., ::-1])
    assert not np.shares_memory(image[..., [2, 1, 0]], image)


@says(
    "errors/types/copy_construct_from_a_tensor",
    "`torch.tensor` was given a tensor.",
    "It copies it without its history, which `detach().clone()` says in words.",
    "Usual causes: data that is a tensor already, converted once more in `__getitem__`;"
    " `new_tensor` of a tensor; a tensor of another dtype wanted.",
    "The result is right; but a gradient does not pass.",
)
@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (torch.tensor, lambda x: x.detach().clone()),
        (lambda x: x.new_tensor(x), lambda x: x.detach().clone()),
        (lambda x: torch.tensor(x, dtype=torch.float64), lambda x: x.detach().to(torch.float64)),
    ],
)
def test_causes_of_copy_construct(wrong, right):
    x = ONES(2, requires_grad=True)
    made = []
    said = warned(lambda: made.append(wrong(x * 2)))
    assert [line[:29] for line in said] == ["To copy construct from a tens"]
    assert made[0].tolist() == [2.0, 2.0]
    assert made[0].grad_fn is None
    assert warned(lambda: made.append(right(x * 2))) == []
    assert torch.equal(made[1], made[0])
    assert made[1].dtype is made[0].dtype
    with warnings.catch_warnings(action="ignore"):
        assert wrong(x).data_ptr() != x.data_ptr()


@says(
    "errors/types/copy_construct_from_a_tensor",
    "A list of tensors of several elements is another error; `stack` joins them.",
)
def test_a_list_of_tensors_is_another_error():
    with fails("only one element tensors can be converted to Python scalars", ValueError):
        torch.tensor([ONES(2), ONES(2)])
    assert torch.stack([ONES(2), ONES(2)]).shape == (2, 2)


@says(
    "errors/types/copy_construct_from_a_tensor",
    "A copy without history.",
    "A copy through which gradients pass.",
)
@given(st.lists(st.floats(-9, 9, width=32), min_size=1, max_size=3))
def test_which_copy_passes_gradients(values):
    x = torch.tensor(values, requires_grad=True)
    assert not x.detach().clone().requires_grad
    (x.clone() * 3).sum().backward()
    assert x.grad.eq(3).all()
    for copy in (x.clone(), x.detach().clone()):
        assert copy.tolist() == values
        assert copy.data_ptr() != x.data_ptr()


@says("errors/types/copy_construct_from_a_tensor", "It may be a tensor, an array or a list.")
@pytest.mark.parametrize("make", [torch.tensor, np.array, list])
def test_as_tensor_takes_a_tensor_an_array_or_a_list(make):
    data, made = make([1.0, 2.0]), []
    assert warned(lambda: made.append(torch.as_tensor(data))) == []
    assert made[0].tolist() == [1.0, 2.0]
    made[0][0] = 7.0
    assert (data[0] == 7) == (make is not list)  # only of a list it makes a copy


MASK = torch.tensor([True, False])


@says(
    "errors/types/bool_subtraction",
    "Minus is not defined for bools, since it is not clear what True - True is for a mask.",
    "Usual causes: `1 - mask` to invert it; a target of bools in a loss, such as"
    " `BCEWithLogitsLoss`; the difference of two masks; `-mask`.",
)
@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (lambda m: m - m, lambda m: m & ~m),
        (lambda m: 1 - m, lambda m: ~m),
        (lambda m: -m, lambda m: ~m),
        (lambda m: BCE(ONES(2), m), lambda m: BCE(ONES(2), m.float())),
        (lambda m: F.l1_loss(ONES(2), m), lambda m: F.l1_loss(ONES(2), m.float())),
    ],
)
def test_causes_of_bool_subtraction(wrong, right):
    with pytest.raises(NotImplementedError, match=r"the `-` operator, (with|on)"):
        wrong(MASK)
    right(MASK)


@says(
    "errors/types/bool_subtraction",
    'Addition and multiplication of bools work: they are "or" and "and".',
)
@pytest.mark.parametrize("a", [True, False])
@pytest.mark.parametrize("b", [True, False])
def test_bools_add_and_multiply(a, b):
    assert (torch.tensor([a]) + torch.tensor([b])).tolist() == [a or b]
    assert (torch.tensor([a]) * torch.tensor([b])).tolist() == [a and b]


@says(
    "errors/types/only_floats_require_gradients",
    "A gradient tells what a small change does, and integers and bools have no small changes.",
    "Usual causes: `torch.tensor([1, 2], requires_grad=True)`, without a decimal point;"
    " `nn.Parameter` of integers, of indices or a mask; layers made with an integer dtype.",
    "Where NumPy integers come in, `.float()` goes before `requires_grad_()`.",
)
@pytest.mark.parametrize("dtype", [*INTEGERS, torch.bool])
@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (lambda d: torch.tensor([1, 2], dtype=d, requires_grad=True),
         lambda d: torch.tensor([1.0, 2.0], requires_grad=True)),
        (lambda d: nn.Parameter(ONES(2).to(d)),
         lambda d: nn.Parameter(ONES(2).to(d), requires_grad=False)),
        (lambda d: nn.Linear(2, 2, dtype=d), lambda d: nn.Linear(2, 2)),
        (lambda d: nn.Conv2d(2, 2, 1, dtype=d), lambda d: nn.Conv2d(2, 2, 1)),
        (lambda d: torch.from_numpy(np.arange(2)).to(d).requires_grad_(),
         lambda d: torch.from_numpy(np.arange(2)).to(d).float().requires_grad_()),
    ],
)  # fmt: skip
def test_causes_of_only_floats_require_gradients(dtype, wrong, right):
    with pytest.raises(RuntimeError, match=r"nly Tensors of floating point .*require gradients"):
        wrong(dtype)
    right(dtype)


@says(
    "errors/types/only_floats_require_gradients",
    "A tensor that is saved with a module but not trained is a buffer.",
    "Indices or a mask in a module: a buffer, saved and moved with it, not trained.",
)
def test_a_buffer_is_saved_and_moved():
    model = nn.Module()
    model.order, model.plain = nn.Buffer(torch.tensor([2, 0, 1])), torch.tensor([2, 0, 1])
    assert (list(model.state_dict()), list(model.parameters())) == (["order"], [])
    model.to("meta")
    assert (model.order.device.type, model.plain.device.type) == ("meta", "cpu")


@says(
    "errors/types/overflow_uint8",
    "out of range.",
    "A Python number does not fit into the dtype of the tensor: 255 is the largest of uint8, 127 of"
    " int8, 65504 of float16; integers hold no `inf` or `nan`.",
    'Usual causes: `-1e9` or `finfo(float32).min` as a mask in half precision; `float("inf")` in a'
    " tensor of integers; 256 in a picture of bytes.",
    "A mask: -inf, or the smallest number of the dtype.",
    "Integers have no infinity: their largest number, or a tensor of floats.",
)
@pytest.mark.parametrize(
    ("dtype", "wrong", "right"),
    [
        (torch.uint8, 256, 255), (torch.int8, 128, 127), (torch.float16, 65505.0, 65504.0),
        *[(dtype, value, torch.iinfo(dtype).max)
          for dtype in INTEGERS for value in (float("inf"), float("-inf"), float("nan"))],
        (torch.float16, -1e9, float("-inf")),
        (torch.float16, torch.finfo(torch.float32).min, torch.finfo(torch.float16).min),
        (torch.bfloat16, torch.finfo(torch.float32).min, torch.finfo(torch.bfloat16).min),
        (torch.float32, 1e300, float("inf")), (torch.float32, -1e300, float("-inf")),
    ],
)  # fmt: skip
def test_numbers_that_do_not_fit(dtype, wrong, right):
    mask = torch.tensor([True, True])
    for call in (lambda n: torch.zeros(2, dtype=dtype).fill_(n),
                 lambda n: torch.zeros(2, dtype=dtype).masked_fill(mask, n),
                 lambda n: torch.full((2,), n, dtype=dtype)):  # fmt: skip
        with fails("value cannot be converted to type"):
            call(wrong)
        assert call(right).tolist() == [right, right]


@says(
    "errors/types/overflow_uint8",
    "Sums and products do not raise: uint8 wraps around, 255 + 1 is 0, and float16 becomes `inf`.",
    "Nor does -1 in uint8: it becomes 255.",
)
@given(st.integers(0, 255), st.integers(0, 255))
def test_sums_and_products_do_not_raise(a, b):
    x, y = torch.tensor([a], dtype=torch.uint8), torch.tensor([b], dtype=torch.uint8)
    assert (x + y).item() == (a + b) % 256
    assert (x * y).item() == a * b % 256
    large = torch.tensor([65504.0 - a], dtype=torch.float16)
    assert (large + large).item() == (large * 2).item() == float("inf")
    assert torch.full_like(x, -1).item() == torch.zeros_like(x).fill_(-1).item() == 255
    assert torch.tensor([-1], dtype=torch.uint8).item() == 255


SHARED = "The given NumPy array is not writable"


@pytest.fixture
def warn_always():
    torch.set_warn_always(True)
    yield
    torch.set_warn_always(False)


def read_only():
    array = np.zeros(3)
    array.flags.writeable = False
    return array


@says(
    "errors/types/numpy_not_writable",
    "`from_numpy` and `as_tensor` share memory with the array, and this one is read-only: writing"
    " to the tensor would write where nothing may.",
)
@pytest.mark.parametrize("make", [torch.from_numpy, torch.as_tensor])
@pytest.mark.usefixtures("warn_always")
def test_a_read_only_array_is_written_to(make):
    array = read_only()
    with pytest.warns(UserWarning, match=SHARED):
        x = make(array)
    x[0] = 7
    assert array[0] == 7
    with pytest.raises(ValueError, match="read-only"):
        array[0] = 8


def memory_mapped(folder):
    np.save(folder / "array.npy", np.zeros(3))
    return np.load(folder / "array.npy", mmap_mode="r")


@says(
    "errors/types/numpy_not_writable",
    "Usual causes: `np.asarray(image)` of a PIL picture; `np.frombuffer`; memory-mapped files;"
    " `to_numpy()` of pandas 3.",
    "Copy the data, with `np.array` or `torch.tensor`; where nothing writes to the tensor it is"
    " harmless.",
)
@pytest.mark.parametrize(
    "array",
    [lambda folder: np.asarray(Image.new("RGB", (2, 2))),
     lambda folder: np.frombuffer(b"abcd", dtype=np.uint8), memory_mapped,
     lambda folder: library("pandas").Series([1.0, 2.0]).to_numpy()],
    ids=["PIL", "frombuffer", "memory-mapped", "pandas"],
)  # fmt: skip
@pytest.mark.usefixtures("warn_always")
def test_causes_of_numpy_not_writable(array, tmp_path):
    data = array(tmp_path)
    before = data.copy()
    with pytest.warns(UserWarning, match=SHARED):
        read = torch.from_numpy(data).sum()
    assert read == before.sum()
    assert np.array_equal(data, before)
    for copy in (lambda: torch.from_numpy(np.array(data)), lambda: torch.tensor(data)):
        assert warned(copy) == []
        copy().zero_()
    assert np.array_equal(data, before)


@says("errors/types/numpy_not_writable", "The warning comes once a process.")
@pytest.mark.parametrize("make", [torch.from_numpy, torch.as_tensor])
def test_the_warning_comes_once(make):
    warned(lambda: make(read_only()))  # the one of this process, unless it came before
    assert not torch.is_warn_always_enabled()
    assert warned(lambda: make(read_only())) == []
    torch.set_warn_always(True)
    try:
        assert SHARED in warned(lambda: make(read_only()))[0]
    finally:
        torch.set_warn_always(False)


@says("errors/types/numpy_not_writable", "Bytes: a bytearray may be written to.")
def test_a_bytearray_may_be_written_to():
    data = bytearray(b"abcd")
    made = []
    assert warned(lambda: made.append(torch.frombuffer(data, dtype=torch.uint8))) == []
    made[0][0] = 0
    assert list(data) == made[0].tolist() == [0, 98, 99, 100]
