"""What the sentences of tensors/inspect_tensor say."""

import json
import math
import time
import weakref

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from support import needs_cuda, says
from torch import nn
from torch._subclasses.fake_tensor import FakeTensorMode

SIZES = st.lists(st.integers(0, 4), max_size=4)


@says(
    "tensors/inspect_tensor/shape",
    "how many along each dimension.",
    "The same thing twice: `shape` is an attribute, `size()` a method that also takes a dimension.",
    "It is a tuple: unpack it.",
    "`len(x)` is the first size.",
)
@given(sizes=SIZES)
def test_shape(sizes):
    x = torch.zeros(sizes)
    assert isinstance(x.shape, tuple)
    assert x.shape == x.size() == tuple(sizes) == x.numpy().shape
    assert [x.size(dim) for dim in range(len(sizes))] == sizes
    if sizes:
        assert len(x) == sizes[0]


@says("tensors/inspect_tensor/dtype_device", "the type of the elements, and where they are.")
@pytest.mark.parametrize("dtype", [torch.float64, torch.float16, torch.int64, torch.bool])
@pytest.mark.parametrize("device", ["cpu", "meta"])
def test_dtype_and_device(dtype, device):
    x = torch.zeros(2, dtype=dtype, device=device)
    assert (x.dtype, x.device.type) == (dtype, device)


WITH_WEIGHTS = [
    (nn.Linear(2, 2), (1, 2)), (nn.Conv1d(2, 2, 1), (1, 2, 3)), (nn.Conv2d(2, 2, 1), (1, 2, 3, 3)),
    (nn.ConvTranspose2d(2, 2, 1), (1, 2, 3, 3)), (nn.BatchNorm2d(2), (2, 2, 3, 3)),
    (nn.LayerNorm(2), (1, 2)), (nn.GroupNorm(1, 2), (1, 2, 3)), (nn.PReLU(), (2,)),
    (nn.LSTM(2, 2), (1, 1, 2)), (nn.GRU(2, 2), (1, 1, 2)), (nn.RNN(2, 2), (1, 1, 2)),
    (nn.TransformerEncoderLayer(2, 1), (3, 1, 2)),
]  # fmt: skip


@says(
    "tensors/inspect_tensor/dtype_device",
    "Most layers with weights take inputs of one floating type, operations those of one device; "
    "0-d tensors and the index in `x[index]` on the CPU mix.",
)
@pytest.mark.parametrize(("layer", "sizes"), WITH_WEIGHTS)
def test_layers_take_one_floating_type(layer, sizes):
    layer(torch.ones(sizes))
    with pytest.raises((RuntimeError, ValueError)):
        layer(torch.ones(sizes, dtype=torch.float64))


@says(
    "tensors/inspect_tensor/dtype_device",
    "Most layers with weights take inputs of one floating type, operations those of one device; "
    "0-d tensors and the index in `x[index]` on the CPU mix.",
)
@pytest.mark.parametrize("operation", [torch.add, torch.mul, torch.matmul, torch.maximum])
def test_operations_take_one_device(operation):
    with FakeTensorMode():  # as a GPU would, without one
        there, here = torch.ones(2, device="cuda"), torch.ones(2)
        with pytest.raises(RuntimeError, match="same device"):
            operation(there, here)
        assert operation(there, torch.ones(2, device="cuda")).device.type == "cuda"
        assert (there * torch.tensor(3.0)).device.type == "cuda"
        index = torch.tensor([1, 0])
        assert there[index].device.type == "cuda"
        for elsewhere in (there.gather, there.index_select):
            with pytest.raises(RuntimeError, match=r"same device|two different devices"):
                elsewhere(0, index)


@says(
    "tensors/inspect_tensor/dtype_device",
    "Most layers with weights take inputs of one floating type, operations those of one device; "
    "0-d tensors and the index in `x[index]` on the CPU mix.",
)
@needs_cuda
def test_a_gpu_takes_one_device():
    there = torch.ones(2, device="cuda")
    with pytest.raises(RuntimeError, match="same device"):
        there + torch.ones(2)
    assert (there * torch.tensor(3.0)).tolist() == [3, 3]
    assert there[torch.tensor([1, 0])].tolist() == [1, 1]


@says("tensors/inspect_tensor/ndim_numel", "how many dimensions, how many elements.")
@says(
    "tensors/inspect_tensor/ndim_numel",
    "`numel()` times `element_size()` is the memory in bytes, but an expanded tensor takes less.",
    "A scalar has 0 dimensions and 1 element.",
)
@given(sizes=SIZES, dtype=st.sampled_from([torch.float64, torch.float16, torch.bool]))
def test_ndim_and_numel(sizes, dtype):
    x = torch.zeros(sizes, dtype=dtype)
    assert x.ndim == x.dim() == len(sizes)
    assert x.numel() == math.prod(sizes)
    assert x.untyped_storage().nbytes() == x.numel() * x.element_size()
    wide = torch.zeros(3, 1, dtype=dtype).expand(3, 4)
    assert wide.untyped_storage().nbytes() == wide.numel() * wide.element_size() / 4
    assert (torch.tensor(1.0).ndim, torch.tensor(1.0).numel()) == (0, 1)


@says("tensors/inspect_tensor/is_contiguous", "how the elements lie in memory.")
@says(
    "tensors/inspect_tensor/is_contiguous",
    "The stride is how far apart in memory neighbours of a dimension are.",
)
@given(sizes=st.lists(st.integers(2, 4), min_size=1, max_size=4), data=st.data())
def test_stride(sizes, data):
    order = data.draw(st.permutations(range(len(sizes))))
    x = torch.zeros(sizes).permute(order)
    for dim, step in enumerate(x.stride()):
        first, second = x.unbind(dim)[:2]
        assert second.data_ptr() - first.data_ptr() == step * x.element_size()
    assert x.is_contiguous() == (list(order) == sorted(order))


@says("tensors/inspect_tensor/is_contiguous", "one memory")
@says(
    "tensors/inspect_tensor/is_contiguous",
    "A transpose swaps strides and moves nothing: `y` here is no longer contiguous, and "
    "`y.view(6)` raises.",
)
def test_transpose_swaps_strides():
    x = torch.arange(6).reshape(2, 3)
    y = x.t()
    assert y.stride() == x.stride()[::-1]
    assert y.data_ptr() == x.data_ptr()
    assert not y.is_contiguous()
    with pytest.raises(RuntimeError, match="view size is not compatible"):
        y.view(6)


class Saved:
    """A saved tensor that can be watched."""

    def __init__(self, tensor):
        self.tensor = tensor


@says("tensors/inspect_tensor/item", "one element as a Python number.")
@says(
    "tensors/inspect_tensor/item",
    "For logging a loss: `running += loss.item()` keeps a number, `running += loss` the graph, "
    "with what it saved unless `backward()` ran.",
)
@pytest.mark.parametrize(
    ("as_number", "backward", "kept"), [(True, False, 0), (False, False, 10), (False, True, 0)]
)
def test_running_loss(as_number, backward, kept):
    weight, running, watched = torch.ones(2, requires_grad=True), 0, []

    def pack(tensor):
        saved = Saved(tensor)
        watched.append(weakref.ref(saved))
        return saved

    for _ in range(10):
        with torch.autograd.graph.saved_tensors_hooks(pack, lambda saved: saved.tensor):
            loss = weight.square().sum()
        if backward:
            loss.backward()
        running += loss.item() if as_number else loss
        del loss
    assert isinstance(running, float) == as_number
    assert sum(ref() is not None for ref in watched) == kept
    assert as_number or running.grad_fn is not None


@says("tensors/inspect_tensor/item", "On a GPU it waits for the result.")
@needs_cuda
def test_item_waits():
    x = torch.ones(1, device="cuda")
    torch.cuda.synchronize()
    start = time.perf_counter()
    torch.cuda._sleep(500_000_000)  # cycles: a quarter of a second or so
    y = x + 1
    launched = time.perf_counter() - start
    y.item()
    assert time.perf_counter() - start > 10 * launched


@says("tensors/inspect_tensor/item", "any shape with one element")
@given(ndim=st.integers(0, 5), value=st.integers(-9, 9))
def test_item_of_any_shape(ndim, value):
    for number in (value, value / 2, value > 0):
        found = torch.full((1,) * ndim, number).item()
        assert found == number
        assert type(found) is type(number)


@says(
    "tensors/inspect_tensor/tolist",
    "all elements as nested Python lists.",
    "For JSON, or to compare in a test.",
    "A scalar gives a number. float32 values show the digits that float64 sees.",
)
@given(sizes=SIZES, seed=st.integers(0, 99))
def test_tolist(sizes, seed):
    array = np.random.default_rng(seed).standard_normal(sizes).astype("float32")
    found = torch.tensor(array).tolist()
    assert found == array.astype("float64").tolist()
    assert json.loads(json.dumps(found)) == found
    assert isinstance(found, list if sizes else float)


@pytest.fixture
def default_print():
    """Settings of printing are put back."""
    yield
    torch.set_printoptions(profile="default")


@says(
    "tensors/inspect_tensor/print_options",
    "`precision` is digits behind the point, `sci_mode=False` turns the powers of ten off, "
    "`threshold` is above how many elements the middle is left out, `linewidth` the columns.",
    '`profile="full"` prints everything.',
    '`profile="default"` brings the settings back.',
)
@pytest.mark.usefixtures("default_print")
def test_print_options():
    x = torch.tensor([1e-4, 1.25])
    before = str(x)
    torch.set_printoptions(precision=2, sci_mode=False)
    assert str(x) == "tensor([0.00, 1.25])"
    torch.set_printoptions(precision=2, sci_mode=True)
    assert "e-04" in str(x)
    torch.set_printoptions(profile="default", threshold=10)
    assert "..." in str(torch.arange(11))
    assert "..." not in str(torch.arange(10))
    for width in (40, 90):
        torch.set_printoptions(profile="full", linewidth=width)
        lines = str(torch.arange(2000)).splitlines()
        assert width - 10 < max(map(len, lines)) <= width + 2
    assert str(torch.arange(2000)).count(",") == 1999
    torch.set_printoptions(profile="default")
    assert str(x) == before
    assert "..." in str(torch.arange(2000))
