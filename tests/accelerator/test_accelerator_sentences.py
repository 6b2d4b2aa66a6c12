"""What the sentences on GPU memory and streams say, as far as a machine without a GPU shows it."""

import ast
import os
import pickle
import re
import subprocess
import sys
import textwrap
import weakref
from functools import cache

import pytest
import torch
from recipes import names_of
from support import entry_named, needs_cuda, says
from torch import nn

without_cuda = pytest.mark.skipif(torch.cuda.is_available(), reason="needs no cuda")


SETTINGS = """
    import torch
    print(torch._C._accelerator_getAllocatorSettings())
    matmul, conv = torch.backends.cuda.matmul, torch.backends.cudnn.conv
    for name in ("highest", "high", "medium"):
        torch.set_float32_matmul_precision(name)
        print(matmul.allow_tf32, torch.backends.mkldnn.matmul.fp32_precision)
    torch.set_float32_matmul_precision("high")
    matmul.fp32_precision = "ieee"
    print(torch.get_float32_matmul_precision())
    torch.set_float32_matmul_precision("highest")
    for name in ("tf32", "ieee"):
        matmul.fp32_precision = name
        print(matmul.fp32_precision, conv.fp32_precision)
        try:
            print("mix" in torch.get_float32_matmul_precision())
        except RuntimeError as error:
            print("mix" in str(error))
"""


@pytest.fixture(scope="module")
def fresh():
    """Return what a new Python prints whose allocator is set by a variable of this name."""

    @cache
    def printed(variable):
        command = [sys.executable, "-c", textwrap.dedent(SETTINGS)]
        settings = {k: v for k, v in os.environ.items() if "ALLOC_CONF" not in k}
        settings[variable] = "expandable_segments:True"
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=settings)
        return done.stdout.splitlines()

    return printed


@says(
    "accelerator/catch_out_of_memory",
    "While an `except` block runs, the exception holds the frame that failed and the tensors in it:"
    " free and try again behind the block, not inside.",
    "`torch.OutOfMemoryError` is a `RuntimeError`; what the CPU raises is a plain `RuntimeError`.",
)
@pytest.mark.parametrize("depth", [0, 1, 5])
def test_what_an_exception_holds(depth):
    held = []

    def fail(depth):
        x = torch.ones(10)
        held.append(weakref.ref(x))
        if depth:
            fail(depth - 1)
        raise torch.OutOfMemoryError("CUDA out of memory.")

    try:
        fail(depth)
    except RuntimeError:
        alive = [each() is not None for each in held]
    assert all(alive)
    assert issubclass(torch.OutOfMemoryError, RuntimeError)
    assert torch.OutOfMemoryError is torch.cuda.OutOfMemoryError
    assert len(held) == depth + 1
    assert all(each() is None for each in held)
    with pytest.raises(RuntimeError) as caught:
        torch.empty(10**15, device="cpu")
    assert type(caught.value) is RuntimeError


@says("accelerator/catch_out_of_memory", "Set the gradients to zero before the new try.")
def test_gradients_of_a_step_that_failed():
    model = nn.Linear(2, 1)
    x = torch.ones(4, 2)
    model(x).sum().backward()
    expected = model.weight.grad.clone()
    model.zero_grad()
    model(x[:2]).sum().backward()  # and out of memory in the next part
    model(x).sum().backward()
    assert not torch.equal(model.weight.grad, expected)


@pytest.mark.parametrize(("size", "fits"), [(1000, 250), (300, 300), (301, 150), (4800, 300)])
def test_the_largest_batch_that_fits(size, fits):
    names = names_of("accelerator/catch_out_of_memory")
    assert names["largest"](torch.ones(5000, 8), size) == fits


@pytest.mark.parametrize("size", [1, 2, 5])
def test_no_batch_fits(size):
    names = names_of("accelerator/catch_out_of_memory")

    def step(batch):
        if len(batch):
            raise torch.OutOfMemoryError("CUDA out of memory.")

    names["largest"].__globals__["step"] = step
    with pytest.raises(torch.OutOfMemoryError):
        names["largest"](torch.ones(5000, 8), size)


@says("accelerator/fragmentation", "`PYTORCH_CUDA_ALLOC_CONF` is its older name.")
@pytest.mark.parametrize("name", ["PYTORCH_ALLOC_CONF", "PYTORCH_CUDA_ALLOC_CONF"])
def test_names_of_the_variable(fresh, name):
    assert fresh(name)[0] == "expandable_segments:True"


@without_cuda
@says("accelerator/memory_snapshot", "Recording needs a GPU.",
      "Without one `_dump_snapshot` writes a file in which nothing was allocated.")  # fmt: skip
def test_a_snapshot_without_a_gpu(tmp_path):
    with pytest.raises((RuntimeError, AssertionError)):
        torch.cuda.memory._record_memory_history()
    if torch.version.cuda is None:
        pytest.skip("built without CUDA")
    torch.cuda.memory._dump_snapshot(str(tmp_path / "snapshot.pickle"))
    snapshot = pickle.loads((tmp_path / "snapshot.pickle").read_bytes())
    assert snapshot["segments"] == []
    assert not any(snapshot["device_traces"])


ROWS = re.findall(r"^\| (`.+`) \| (`.+`) \|$", entry_named("accelerator/any_accelerator").text,
                  re.MULTILINE)  # fmt: skip


@says(
    "accelerator/any_accelerator",
    "`torch.cuda.is_available()` | `torch.accelerator.is_available()`",
    "`torch.cuda.device_count()` | `torch.accelerator.device_count()`",
    "`torch.cuda.set_device(i)` | `torch.accelerator.set_device_index(i)`",
    "`torch.cuda.current_device()` | `torch.accelerator.current_device_index()`",
    "`with torch.cuda.device(i):` | `with torch.accelerator.device_index(i):`",
    "`torch.cuda.synchronize()` | `torch.accelerator.synchronize()`",
    "`torch.cuda.empty_cache()` | `torch.accelerator.empty_cache()`",
    "`torch.cuda.memory_allocated()` | `torch.accelerator.memory_allocated()`",
    "`torch.cuda.Stream()`, `torch.cuda.Event()` | `torch.Stream()`, `torch.Event()`",
)
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1])
def test_calls_of_the_table(row):
    assert len(ROWS) == 9
    for call in re.findall(r"`([^`]+)`", " ".join(row)):
        code = f"{call} pass" if call.startswith("with") else call
        (name,) = [n.func for n in ast.walk(ast.parse(code)) if isinstance(n, ast.Call)]
        assert callable(eval(ast.unparse(name)))


@without_cuda
@says(
    "accelerator/any_accelerator",
    "Without a device `device_count`, `empty_cache` and `memory_allocated` answer or do nothing;"
    " `set_device_index`, `current_device_index` and `synchronize` raise.",
    "no device, no change",
)
@says("accelerator/side_stream", "Without a GPU `torch.cuda.stream(None)` does nothing.")
def test_calls_without_a_device():
    assert torch.accelerator.device_count() == 0
    assert torch.accelerator.empty_cache() is None
    assert torch.accelerator.memory_allocated() == 0
    for call in (
        lambda: torch.accelerator.set_device_index(0),
        torch.accelerator.current_device_index,
        torch.accelerator.synchronize,
    ):
        with pytest.raises((RuntimeError, AssertionError)):
            call()
    with torch.accelerator.device_index(None), torch.cuda.stream(None):
        assert torch.ones(1).device.type == "cpu"


@says("accelerator/gpu_properties",
      "A build has code for the capabilities in `torch.cuda.get_arch_list()`.")  # fmt: skip
def test_capabilities_of_a_build():
    listed = torch.cuda.get_arch_list()
    assert bool(listed) == (torch.version.cuda is not None)
    assert all(re.fullmatch(r"(sm|compute)_\d+[af]?", name) for name in listed)


@without_cuda
@says(
    "accelerator/gpu_properties", "Without a GPU it is False, and capability and properties raise."
)
@pytest.mark.parametrize(
    "ask", [torch.cuda.get_device_properties, torch.cuda.get_device_capability]
)
def test_properties_without_a_gpu(ask):
    assert torch.cuda.is_bf16_supported() is False
    assert torch.cuda.is_bf16_supported(including_emulation=False) is False
    assert torch.cuda.device_count() == 0
    torch.cuda.get_arch_list()  # of the build
    with pytest.raises((RuntimeError, AssertionError)):
        ask(0)


@needs_cuda
def test_bfloat16_by_capability():
    names_of("accelerator/gpu_properties")


@says(
    "accelerator/tf32",
    '`set_float32_matmul_precision("high")` allows it for these, `"medium"` bfloat16 too where it'
    " is faster.",
    'The newer names say it per operation: `fp32_precision = "tf32"` or `"ieee"`.',
    "They do not change what the older ones say, or these raise when asked: use one kind in a"
    " program.",
)
def test_names_of_the_precision(fresh):
    assert fresh("PYTORCH_ALLOC_CONF")[1:] == [
        "False ieee", "True tf32", "True bf16",
        "high",
        "tf32 tf32", "True", "ieee tf32", "False",
    ]  # fmt: skip
