"""What the sentences of errors/devices say."""

import contextlib
import inspect
import itertools
import os
import subprocess
import sys
import warnings

import matplotlib
import numpy as np
import pytest
import sklearn.metrics
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from support import needs_cuda, says
from torch import nn
from torch.overrides import TorchFunctionMode
from torch.utils.data import DataLoader, TensorDataset, default_collate, random_split

matplotlib.use("agg")
import matplotlib.pyplot as plt

META = torch.device("meta")
moved = pytest.raises(RuntimeError, match="is not on the expected device")


class Plain(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(2, 2)
        self.plain, self.buffer = torch.zeros(2), nn.Buffer(torch.zeros(2))


@says("errors/devices/same_device", "one was not moved.")
@says(
    "errors/devices/same_device",
    "Usual causes: a batch or its targets that were not moved; a tensor that `forward` makes "
    "without `device=x.device`; a tensor kept as a plain attribute, which `model.to(device)` "
    "leaves where it is.",
    "stays where it is",
    "A tensor made in `forward`: where the input is.",
)
@pytest.mark.parametrize("cause", ["none", "batch", "targets", "forward", "attribute"])
def test_causes_of_two_devices(cause):
    model = Plain().to(META)
    devices = [p.device for p in (model.linear.weight, model.buffer, model.plain)]
    assert devices == [META, META, torch.device("cpu")]

    def step():
        x = torch.ones(3, 2, device="cpu" if cause == "batch" else META)
        target = torch.ones(3, 2, device="cpu" if cause == "targets" else META)
        y = model.linear(x) + (model.plain if cause == "attribute" else model.buffer)
        y = y + (torch.ones(2) if cause == "forward" else torch.ones(2, device=x.device))
        return F.mse_loss(y, target)

    if cause == "none":
        assert step().device == META
    else:
        with moved:
            step()


@says(
    "errors/devices/same_device",
    "`x.to(device)` gives a moved copy that has to be kept; a module moves in place.",
    "A batch: keep what `to` gives.",
)
@pytest.mark.parametrize("module", [nn.Linear(2, 2), nn.BatchNorm1d(2), nn.LSTM(2, 2)])
def test_modules_move_in_place(module):
    x = torch.ones(2)
    assert x.to(META) is not x
    assert (x.device.type, x.to(META).device.type) == ("cpu", "meta")
    assert (x.to(META).dtype, x.to(META).shape) == (x.dtype, x.shape)
    shapes = [p.shape for p in module.parameters()]
    assert module.to(META) is module
    assert {t.device.type for t in module.state_dict().values()} == {"meta"}
    assert [p.shape for p in module.parameters()] == shapes


@says(
    "errors/devices/same_device",
    "On any machine the `meta` device shows it for sums, losses and `Linear`, not for `@` or a "
    "convolution.",
    'here in place of "cuda": any second device will do',
)
@pytest.mark.parametrize(
    ("operation", "shown"),
    [
        (lambda m: torch.ones(2) + torch.ones(2, device=m), True),
        (lambda m: torch.ones(2, device=m) + torch.ones(2), True),
        (lambda m: F.mse_loss(torch.ones(2, device=m), torch.ones(2)), True),
        (lambda m: F.l1_loss(torch.ones(2, device=m), torch.ones(2)), True),
        (lambda m: F.cross_entropy(torch.ones(2, 3, device=m), torch.zeros(2).long()), True),
        (lambda m: nn.Linear(2, 2, device=m)(torch.ones(3, 2)), True),
        (lambda m: torch.ones(2, 2) @ torch.ones(2, 2, device=m), False),
        (lambda m: nn.Conv2d(1, 1, 1, device=m)(torch.ones(1, 1, 2, 2)), False),
    ],
)
@pytest.mark.parametrize("device", ["meta", pytest.param("cuda", marks=needs_cuda)])
def test_what_meta_shows(operation, shown, device):
    if shown or device == "cuda":
        with pytest.raises(RuntimeError, match=r"device|type"):
            operation(device)
    else:
        operation(device)


@says(
    "errors/devices/out_of_memory",
    "Beside the weights, their gradients and the optimizer's state, the GPU holds what each layer "
    "saves for `backward`, which grows with the batch.",
    "Usual causes: a batch or image too large; validation without `inference_mode`; a sum or list "
    "of losses that are tensors, each with its graph; another process or an earlier notebook on "
    "the same GPU (`nvidia-smi`).",
    "The figures here count saved numbers on the CPU.",
    "Validation: no graph.",
    "A loss that is kept: keep the number, not the graph.",
)
@pytest.mark.parametrize(
    "layer", [nn.Linear(8, 8), nn.Sigmoid(), nn.ReLU(), nn.LayerNorm(8), nn.BatchNorm1d(8)]
)
def test_saved_for_backward(layer):
    saved = names_of("errors/devices/out_of_memory")["saved_numbers"]
    counts = [saved(layer, torch.ones(n, 8, requires_grad=True)) for n in (10, 20, 40)]
    assert counts[2] - counts[1] == 2 * (counts[1] - counts[0]) >= 160
    with torch.inference_mode():
        assert saved(layer, torch.ones(10, 8)) == 0
    kept = []
    for loss in (layer(torch.ones(9, 8, requires_grad=True)).sum() for _ in range(3)):
        kept.append((loss, loss.item()))
    assert all(loss.grad_fn is not None for loss, _ in kept)
    assert sum(loss for loss, _ in kept).grad_fn is not None
    assert type(sum(number for _, number in kept)) is float


@says(
    "errors/devices/out_of_memory",
    "A batch too large: half of it, and two steps of accumulation.",
    "Activations of a deep model: compute them again in `backward`.",
)
@pytest.mark.parametrize("depth", [1, 3, 6])
def test_checkpoint_saves_the_input_alone(depth):
    from torch.utils.checkpoint import checkpoint

    saved = names_of("errors/devices/out_of_memory")["saved_numbers"]
    runs = []
    model = nn.Sequential(*[nn.Linear(8, 8), nn.Sigmoid()] * depth)
    model.register_forward_hook(lambda *_: runs.append(1))
    x = torch.ones(10, 8)
    assert saved(lambda x: checkpoint(model, x, use_reentrant=False), x) == 80
    assert saved(model, x) >= (depth + 1) * 80
    weights = saved(model, x[:0])
    assert saved(model, x[:5]) - weights == (saved(model, x) - weights) / 2
    runs.clear()
    checkpoint(model, x, use_reentrant=False).sum().backward()
    assert len(runs) >= 1


@says("errors/devices/not_compiled_with_cuda", "a build of PyTorch without the device's part.")
@says(
    "errors/devices/not_compiled_with_cuda",
    "The package was made without CUDA; a driver and a GPU do not help.",
    "`torch.version.cuda` is None, and `torch.__version__` often ends in `+cpu`.",
)
@says("errors/devices/no_nvidia_driver", "CUDA build, but no driver in reach.")
@pytest.mark.parametrize("call", [torch.cuda.init, torch.cuda.current_device])
def test_a_build_without_cuda(call, monkeypatch):
    built = torch.backends.cuda.is_built()
    assert built == (torch.version.cuda is not None)
    expected = f"cu{torch.version.cuda}".replace(".", "") if built else "cpu"
    assert torch.__version__.partition("+")[2] in ("", expected)
    monkeypatch.setattr(torch.cuda, "_initialized", False)
    if built:
        monkeypatch.delattr(torch._C, "_cuda_getDeviceCount")
    with pytest.raises(AssertionError, match="Torch not compiled with CUDA enabled"):
        call()


@says(
    "errors/devices/not_compiled_with_cuda",
    "With a CUDA build but no driver the message is another.",
    "Here the same error is raised for XPU, Intel's GPUs, which a CUDA build leaves out.",
)
@pytest.mark.skipif(torch.version.cuda is None, reason="needs a CUDA build")
@pytest.mark.parametrize("device", ["cuda", "xpu"])
def test_messages_of_a_cuda_build(device):
    if device == "xpu":
        with pytest.raises(AssertionError, match="Torch not compiled with XPU enabled"):
            torch.ones(2, device=device)
    elif not torch.cuda.is_available():
        with pytest.raises(RuntimeError, match=r"NVIDIA driver|No CUDA GPUs"):
            torch.ones(2, device=device)


@says(
    "errors/devices/no_nvidia_driver",
    "Take the device from what is there, and the same script runs on both.",
    "Code that also runs where no GPU is: name the device in one place.",
)
@pytest.mark.parametrize("there", [False, pytest.param(True, marks=needs_cuda)])
def test_one_script_for_both(there, monkeypatch):
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "")
    monkeypatch.setattr(torch.cuda, "is_available", lambda: there)
    names = names_of("errors/devices/no_nvidia_driver")
    y = names["model"](names["x"])
    assert y.shape == (3, 1)
    assert y.device.type == names["device"].type == ("cuda" if there else "cpu")


CAUSES = {
    "label": "F.cross_entropy(torch.zeros(2, 3, device=d), torch.tensor([1, 3], device=d))",
    "negative": "F.cross_entropy(torch.zeros(2, 3, device=d), torch.tensor([1, -1], device=d))",
    "embedding": "F.embedding(torch.tensor([5], device=d), torch.zeros(5, 2, device=d))",
    "gather": "torch.zeros(3, device=d).gather(0, torch.tensor([3], device=d))",
    "bce": "F.binary_cross_entropy(torch.full((2,), 1.5, device=d), torch.ones(2, device=d))",
}


@says("errors/devices/device_side_assert", "an index is out of range on the GPU.")
@says(
    "errors/devices/device_side_assert",
    "Most often a label of a classification loss is not in [0, C), or an index of an embedding or "
    "of `gather` is too large; also an input of `BCELoss` outside 0 to 1.",
    "Run the same batch on the CPU, where the message names the cause; or start with "
    "`CUDA_LAUNCH_BLOCKING=1`, which makes the traceback right.",
    "the CPU tells which index it is",
)
@says(
    "errors/devices/cublas_and_cudnn_status",
    "On the CPU the message names the cause.",
)
@pytest.mark.parametrize(
    ("cause", "words"),
    [
        ("label", "Target 3 is out of bounds"),
        ("negative", "Target -1 is out of bounds"),
        ("embedding", "index out of range in self"),
        ("gather", "index 3 is out of bounds"),
        ("bce", "between 0 and 1"),
    ],
)
def test_the_cpu_names_the_cause(cause, words):
    with pytest.raises((IndexError, RuntimeError), match=words):
        eval(CAUSES[cause], {"F": F, "torch": torch, "d": "cpu"})
    fixed = CAUSES[cause].replace("3]", "2]").replace("-1", "0").replace("[5]", "[4]")
    eval(fixed.replace("1.5", "0.5"), {"F": F, "torch": torch, "d": "cpu"})


@needs_cuda
@says(
    "errors/devices/device_side_assert",
    "A GPU works behind Python: the line in the traceback may be a later one, and nothing more "
    "runs on the GPU in this process.",
    "Then restart the notebook.",
)
@pytest.mark.parametrize("cause", CAUSES)
@pytest.mark.parametrize("blocking", ["0", "1"])
def test_asserts_of_a_gpu(cause, blocking, tmp_path):
    script = tmp_path / "script.py"
    script.write_text(
        "import torch, torch.nn.functional as F\nd = 'cuda'\n"
        "try:\n"
        f"    y = {CAUSES[cause]}\n"
        "    print('went on')\n"
        "    torch.cuda.synchronize()\n"
        "except RuntimeError as error:\n"
        "    print('device-side assert' in str(error))\n"
        "for _ in range(2):\n"
        "    try:\n"
        "        torch.ones(2, device=d).sum().item()\n"
        "        print('runs')\n"
        "    except RuntimeError:\n"
        "        print('refused')\n"
    )
    environment = {**os.environ, "CUDA_LAUNCH_BLOCKING": blocking}
    command = [sys.executable, script]
    run = subprocess.run(command, env=environment, capture_output=True, text=True)
    went_on = [] if blocking == "1" else ["went on"]
    assert run.stdout.splitlines() == [*went_on, "True", "refused", "refused"]


@says(
    "errors/devices/to_numpy_from_gpu",
    "NumPy reads the memory of the CPU only.",
    "The call is often hidden: matplotlib, pandas, scikit-learn and `np.array` convert what they "
    "get.",
    "any device but the CPU",
)
@pytest.mark.parametrize(
    "call",
    [
        torch.Tensor.numpy,
        np.array,
        np.asarray,
        lambda x: np.array([x, x]),
        lambda x: np.add(x, 1),
        plt.plot,
        plt.hist,
        lambda x: plt.imshow(x[None]),
        lambda x: sklearn.metrics.accuracy_score(x, x),
        lambda x: sklearn.metrics.confusion_matrix(x, x),
    ],
)
@pytest.mark.parametrize("device", ["meta", pytest.param("cuda", marks=needs_cuda)])
def test_what_converts_to_numpy(call, device):
    with pytest.raises(TypeError, match=f"can't convert {device}.* device type tensor to numpy"):
        call(torch.ones(2, dtype=torch.int64, device=device))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = call(torch.ones(2, dtype=torch.int64).cpu())
    plt.close()
    if isinstance(found, np.ndarray) and found.size > 1:
        assert found.shape[-1] == 2
        assert found.min() == found.max() in {1, 2}


@says(
    "errors/devices/to_numpy_from_gpu",
    "`.cpu()` copies (a tensor of the CPU comes back as it is), and a tensor of a graph needs "
    "`.detach()` first; `.item()` and `.tolist()` need neither.",
    "A list of GPU tensors goes through `torch.stack`.",
    "For bfloat16, which NumPy lacks, add `.float()`.",
    "The chain works on every device.",
    "Numbers for a plot: no NumPy needed.",
    "bfloat16 from autocast: NumPy has no such type.",
)
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.float16, torch.bfloat16])
@pytest.mark.parametrize("device", ["cpu", pytest.param("cuda", marks=needs_cuda)])
def test_the_way_to_numpy(dtype, device):
    y = torch.ones(2, requires_grad=True, dtype=dtype, device=device) * 3
    assert (y.cpu() is y) == (device == "cpu")
    with pytest.raises(RuntimeError, match="requires grad"):
        y.cpu().numpy()
    chain = y.detach().cpu()
    if dtype == torch.bfloat16:
        with pytest.raises(TypeError, match="unsupported ScalarType BFloat16"):
            chain.numpy()
        assert not hasattr(np, "bfloat16")
        chain = chain.float()
    assert chain.numpy().tolist() == y.tolist() == [3, 3]
    assert y.sum().item() == 6
    assert torch.stack([chain] * 2).cpu().numpy().tolist() == [[3, 3]] * 2


TYPES = ["cuda", "cpu", "mps", "xpu", "meta"]


@says("errors/devices/invalid_device_string", "the name of a device is mistyped.")
@says(
    "errors/devices/invalid_device_string",
    'Usual causes: no colon ("cuda0"), a blank ("cuda: 0"), a list ("cuda:0,1"), a negative '
    'number ("cuda:-1"), only a number in quotes from a command line ("0"), a type that does '
    'not exist ("gpu", "CUDA").',
)
@pytest.mark.parametrize(
    ("name", "fixed"),
    [
        ("cuda0", "cuda:0"),
        ("cuda: 0", "cuda:0"),
        ("cuda:0,1", "cuda:1"),
        ("cuda:-1", "cuda"),
        ("0", "cuda:0"),
        ("gpu", "cuda"),
        ("CUDA", "cuda"),
    ],
)
def test_mistyped_names(name, fixed):
    with pytest.raises(RuntimeError, match=r"Invalid device string: |device type at start of"):
        torch.device(name)
    assert str(torch.device(fixed)) == fixed


@says(
    "errors/devices/invalid_device_string",
    'A name is a type in small letters, or type, colon and number: "cuda", "cuda:0", "cpu", "mps".',
    "A plain int is a GPU's number.",
    "The type in small letters, then a colon and the number, if any.",
    "A number from a command line: type and index as two arguments.",
)
@says(
    "errors/devices/invalid_device_ordinal",
    "Making a `torch.device` checks nothing: the error comes with the first tensor.",
    "Making the device checks nothing.",
)
@given(kind=st.sampled_from(TYPES), n=st.integers(0, 100))
def test_names_of_devices(kind, n):
    assert (torch.device(kind).type, torch.device(kind).index) == (kind, None)
    device = torch.device(f"{kind}:{n}")
    assert (device.type, device.index) == (kind, n)
    assert torch.device(kind, int(str(n))) == device
    assert torch.device(n).index == n
    assert torch.device(n).type == ("cuda" if torch.version.cuda else torch.device(n).type)
    for wrong in (f"{kind}{n}", kind.upper(), f"{kind}: {n}"):
        with pytest.raises(RuntimeError):
            torch.device(wrong)
    if n >= torch.cuda.device_count():
        with pytest.raises((RuntimeError, AssertionError)):
            torch.ones(2, device=f"cuda:{n}")


@needs_cuda
@says("errors/devices/invalid_device_ordinal", "a GPU of that number does not exist.")
@says(
    "errors/devices/invalid_device_ordinal",
    "The numbers go from 0 to `torch.cuda.device_count() - 1`.",
    'Usual causes: "cuda:1" in code from a machine with more GPUs; `CUDA_VISIBLE_DEVICES=2`, after '
    "which the one GPU left is number 0; torchrun with more processes than GPUs.",
)
@pytest.mark.parametrize("visible", [None, str(torch.cuda.device_count() - 1)])
def test_numbers_of_gpus(visible):
    script = (
        "import torch\nn = torch.cuda.device_count()\nprint(n)\n"
        "for i in range(n + 1):\n"
        "    try:\n        print(torch.ones(1, device=f'cuda:{i}').item())\n"
        "    except RuntimeError as error:\n        print(str(error).splitlines()[0])\n"
    )
    environment = dict(os.environ)
    if visible is not None:
        environment["CUDA_VISIBLE_DEVICES"] = visible
    run = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True
    )
    count, *rest = run.stdout.splitlines()
    assert int(count) == (torch.cuda.device_count() if visible is None else 1)
    assert rest[:-1] == ["1.0"] * int(count)
    assert "invalid device ordinal" in rest[-1]


@says("errors/devices/no_kernel_image", "GPU not in the build.")
@says(
    "errors/devices/no_kernel_image",
    "Whether kernels of the card's own generation, or a lower minor one, are there.",
    "8.6 runs on 8.9",
    "too new: newer PyTorch",
    "too old: older PyTorch",
)
@given(card=st.tuples(st.integers(7, 12), st.integers(0, 9)))
def test_kernels_for_a_card(card):
    in_build = names_of("errors/devices/no_kernel_image")["in_build"]
    built = [(7, 5), (8, 0), (8, 6), (10, 0), (12, 0)]
    names = [f"sm_{a}{b}" for a, b in built] + ["sm_90a", "compute_120"]
    assert in_build(card, names) == any((card[0], m) in built for m in range(card[1] + 1))


@needs_cuda
@says(
    "errors/devices/no_kernel_image",
    "The package holds code for some generations of GPUs, listed by `torch.cuda.get_arch_list()`.",
    "On your machine: torch.cuda.get_device_capability(), torch.cuda.get_arch_list().",
)
def test_this_card_is_in_the_build():
    in_build = names_of("errors/devices/no_kernel_image")["in_build"]
    architectures = torch.cuda.get_arch_list()
    assert in_build(torch.cuda.get_device_capability(), architectures)
    assert not in_build((3, 5), architectures)


@says(
    "errors/devices/cuda_in_forked_subprocess",
    "DataLoader takes a start method too.",
    "Processes that need the GPU themselves: start them anew.",
)
@pytest.mark.parametrize("method", ["spawn", "fork", "forkserver"])
def test_start_methods_of_a_loader(method):
    loader = DataLoader(range(2), num_workers=1, multiprocessing_context=method)
    assert loader.multiprocessing_context.get_start_method() == method


@needs_cuda
@says("errors/devices/cuda_in_forked_subprocess", "a worker uses the GPU.")
@says(
    "errors/devices/cuda_in_forked_subprocess",
    "CUDA does not survive a fork, the way in which Linux starts worker processes by default "
    "before Python 3.14.",
    "Usual causes: `Dataset.__getitem__` or `collate_fn` that moves to the GPU with `num_workers` "
    "above 0; `multiprocessing.Process` after the parent has used the GPU.",
)
@pytest.mark.parametrize("method", ["fork", "spawn"])
@pytest.mark.parametrize("where", ["__getitem__", "collate_fn", "Process"])
def test_cuda_after_a_fork(method, where, tmp_path):
    script = tmp_path / "script.py"
    script.write_text(
        "import torch\nfrom torch import multiprocessing\n"
        "from torch.utils.data import DataLoader, Dataset\n"
        "def move(x):\n    return torch.as_tensor(x).cuda().cpu()\n"
        "class Moved(Dataset):\n"
        "    def __len__(self):\n        return 2\n"
        "    def __getitem__(self, index):\n        return move(float(index))\n"
        "if __name__ == '__main__':\n"
        "    torch.ones(1).cuda()\n"
        f"    where, context = {where!r}, multiprocessing.get_context({method!r})\n"
        "    options = {'num_workers': 1, 'multiprocessing_context': context}\n"
        "    if where == 'Process':\n"
        "        process = context.Process(target=move, args=(1.0,))\n"
        "        process.start()\n        process.join()\n"
        "        raise SystemExit(process.exitcode)\n"
        "    elif where == 'collate_fn':\n"
        "        list(DataLoader([1.0, 2.0], collate_fn=move, **options))\n"
        "    else:\n        list(DataLoader(Moved(), **options))\n"
    )
    run = subprocess.run([sys.executable, script], capture_output=True, text=True)
    assert ("Cannot re-initialize CUDA in forked subprocess" in run.stderr) == (method == "fork")
    assert (run.returncode != 0) == (method == "fork")


@says(
    "errors/devices/meta_tensor_no_data",
    "A tensor on the `meta` device has shape and type, no values: nothing can be copied from it.",
)
@pytest.mark.parametrize("dtype", [torch.float32, torch.int64, torch.bool])
@pytest.mark.parametrize(
    "copy", [lambda x: x.cpu(), lambda x: x.to("cpu"), lambda x: torch.ones(2, 3).copy_(x)]
)
def test_nothing_is_copied_from_meta(copy, dtype):
    x = torch.ones(2, 3, dtype=dtype, device="meta")
    assert (x.shape, x.dtype) == ((2, 3), dtype)
    with pytest.raises(NotImplementedError, match="Cannot copy out of meta tensor; no data!"):
        copy(x)
    with pytest.raises((RuntimeError, NotImplementedError)):
        x.tolist()


@says("errors/devices/meta_tensor_no_data", "the weights were never made.")
@says(
    "errors/devices/meta_tensor_no_data",
    'Usual causes: a model made under `torch.device("meta")`, or by a library in order to save '
    "memory (`device_map`, `low_cpu_mem_usage`), and moved with `.to(device)`; weights loaded into "
    "it without `assign=True`, which changes nothing, with a warning; a buffer with "
    "`persistent=False`, which no checkpoint holds.",
    "`to_empty` moves it, with values that are not set: load or initialise all of them next.",
    "Weights at hand: put them in place of the meta ones.",
    "No weights yet: make room, then set the values.",
)
@pytest.mark.parametrize("make", [lambda: nn.Linear(3, 2), lambda: nn.BatchNorm1d(4)])
def test_models_on_meta(make):
    weights = make().state_dict()
    with torch.device("meta"):
        model = make()
    with pytest.warns(UserWarning, match="which is a no-op"):
        model.load_state_dict(weights)
    with pytest.raises(NotImplementedError, match="Cannot copy out of meta tensor"):
        model.to("cpu")
    torch.utils.deterministic.fill_uninitialized_memory = True
    torch.use_deterministic_algorithms(True)
    try:
        empty = make().to(META).to_empty(device="cpu")
    finally:
        torch.use_deterministic_algorithms(False)
    assert all(p.isnan().all() for p in empty.parameters())
    empty.load_state_dict(weights)
    model.load_state_dict(weights, assign=True)
    for loaded in (empty, model):
        for name, value in loaded.state_dict().items():
            assert torch.equal(value, weights[name]), name
    model.register_buffer("angles", torch.ones(2, device="meta"), persistent=False)
    assert set(model.state_dict()) == set(weights)
    model.load_state_dict(weights, assign=True)
    with pytest.raises(NotImplementedError, match="Cannot copy out of meta tensor"):
        model.to("cpu")
    model.angles = torch.ones(2)
    model.to("cpu")


class Drawn(TorchFunctionMode):
    """Note the generators that are drawn from."""

    def __init__(self):
        super().__init__()
        self.pairs = set()

    def __torch_function__(self, function, types, args=(), kwargs=None):
        y = function(*args, **(kwargs or {}))
        if kwargs and kwargs.get("generator") is not None:
            self.pairs.add((kwargs["generator"].device.type, y.device.type))
        return y


@says(
    "errors/devices/generator_device",
    'Usual causes: `torch.Generator()`, which is on the CPU, for `torch.randn(..., device="cuda")` '
    'and for diffusion models; `torch.set_default_device("cuda")` with a `DataLoader` or '
    "`random_split`, which draw their order by a CPU generator on the default device.",
    "Order of a dataset: it is drawn on the default device, the CPU unless set otherwise.",
)
@pytest.mark.parametrize("device", ["cpu", "meta"])
@pytest.mark.parametrize(
    "draw", [lambda: random_split(range(4), [2, 2]), lambda: list(DataLoader([1, 2], shuffle=True))]
)
def test_orders_are_drawn_by_a_cpu_generator(draw, device, monkeypatch):
    if device == "meta":
        monkeypatch.setattr(torch.Tensor, "item", lambda tensor: 0)  # a seed, which meta has not
    meta = pytest.raises((RuntimeError, NotImplementedError), match="meta")
    with torch.device(device), Drawn() as drawn:
        assert torch.Generator().device.type == "cpu"
        with meta if device == "meta" else contextlib.nullcontext():
            draw()
    assert drawn.pairs == {("cpu", device)}
    assert torch.get_default_device().type == "cpu"


@needs_cuda
@says("errors/devices/generator_device", "one generator a device.")
@says(
    "errors/devices/generator_device",
    "A `torch.Generator` belongs to a device and serves tensors of that device only.",
    "Give each a generator of its device.",
    "Numbers on a device: a generator of that device.",
)
@pytest.mark.parametrize(("own", "other"), itertools.product(["cpu", "cuda"], repeat=2))
@pytest.mark.parametrize(
    "draw",
    [
        lambda d, g: torch.randn(2, device=d, generator=g),
        lambda d, g: torch.randperm(5, device=d, generator=g),
        lambda d, g: torch.zeros(3, device=d).normal_(generator=g),
    ],
)
def test_generators_serve_their_device(draw, own, other):
    generator = torch.Generator(device=own)
    if own == other:
        assert draw(other, generator).device.type == own
    else:
        words = f"Expected a '{other}' device type for generator but found '{own}'"
        with pytest.raises(RuntimeError, match=words):
            draw(other, generator)


@needs_cuda
@says("errors/devices/pin_dense_cpu_tensors", "the batch is on the GPU already.")
@says(
    "errors/devices/pin_dense_cpu_tensors",
    "Usual cause: a dataset or `collate_fn` that moves to the GPU, or "
    '`torch.set_default_device("cuda")`, together with `DataLoader(pin_memory=True)`.',
    "Keep the dataset on the CPU and move the batch in the loop, or, where all the data fits on "
    "the GPU, leave `pin_memory` and the workers out.",
)
@pytest.mark.parametrize("cause", ["dataset", "collate_fn", "default device"])
def test_what_cannot_be_pinned(cause):
    place = "cuda" if cause == "dataset" else "cpu"
    data = TensorDataset(torch.ones(4, 2, device=place))
    collate = (lambda b: default_collate(b)[0].cuda()) if cause == "collate_fn" else None
    dataset = [0.5, 1.5] if cause == "default device" else data
    with torch.device("cuda" if cause == "default device" else "cpu"):
        with pytest.raises(RuntimeError, match="only dense CPU tensors can be pinned"):
            list(DataLoader(dataset, collate_fn=collate, pin_memory=True))
        list(DataLoader(dataset, collate_fn=collate))
    (batch,) = next(iter(DataLoader(TensorDataset(torch.ones(4, 2)), pin_memory=True)))
    assert batch.is_pinned()
    assert batch.to("cuda", non_blocking=True).is_cuda


@says("errors/devices/pin_dense_cpu_tensors", "any device but the CPU")
@says(
    "errors/devices/pin_dense_cpu_tensors",
    "All data on the device: no pinning, no workers.",
)
@pytest.mark.parametrize("dtype", [torch.float32, torch.int64])
def test_only_cpu_memory_is_pinned(dtype):
    x = torch.ones(2, dtype=dtype, device="meta")
    with pytest.raises(RuntimeError, match="only dense CPU tensors can be pinned"):
        x.pin_memory()
    signature = inspect.signature(DataLoader).parameters
    assert (signature["pin_memory"].default, signature["num_workers"].default) == (False, 0)


@says(
    "errors/devices/mps_float64",
    "They come from NumPy and pandas, whose floats are float64, from `torch.tensor` of a NumPy "
    "number, from `.double()` and from `default_collate` of Python floats.",
    "Targets that are Python floats become float64 in a batch.",
)
@given(value=st.floats(-100, 100))
def test_where_float64_comes_from(value):
    for x in (
        torch.from_numpy(np.array([value])),
        torch.from_numpy(np.loadtxt([str(value)], ndmin=1)),
        torch.tensor(np.mean([value])),
        torch.ones(2).double(),
        default_collate([value]),
        default_collate([{"y": value}])["y"],
    ):
        assert x.dtype == torch.float64
    assert torch.tensor(value).dtype == torch.float32


@says(
    "errors/devices/device_side_assert",
    "Check the labels once, before training; -100, the `ignore_index`, is allowed.",
)
@pytest.mark.parametrize("label", [-101, -100, -1, 0, 2, 3])
def test_labels_that_are_allowed(label):
    logits, target = torch.zeros(2, 3), torch.tensor([1, label])
    labels = target[target != -100]
    if labels.min() >= 0 and labels.max() < 3:
        assert F.cross_entropy(logits, target).isfinite()
    else:
        with pytest.raises(IndexError, match=f"Target {label} is out of bounds"):
            F.cross_entropy(logits, target)
