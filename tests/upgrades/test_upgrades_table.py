"""The tables of the topic: each row is run, and nothing that torch marks is missing."""

import ast
import functools
import importlib
import re
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from support import library, says

from cheatsheet import catalog

PAGE = catalog.read_page(catalog.SNIPPETS / "upgrades")
ROWS = [
    [re.sub(r"^\[(`.*`)\]\(.*\)$", r"\1", cell) for cell in line.strip("| ").split(" | ")]
    for line in PAGE.docstring.splitlines()
    if re.match(r"\| (?!Old|Since|Where)", line)
]
CALLS = [row for row in ROWS if len(row) == 4]
NAMES = [row for row in ROWS if len(row) == 2]

#: What an old call needs to stand on, run anew for each row.
SETTING = """
import collections
from types import SimpleNamespace

import functorch
import numpy as np
import tensorboardX
import torch, torchvision, torchmetrics
import torch.nn.functional as F
import matplotlib.pyplot as plt
from torch import nn
from torch.autograd import Variable
from torch.optim.lr_scheduler import StepLR
from torch.utils.checkpoint import checkpoint
from torch.utils.data import DataLoader
from torch.utils.tensorboard import SummaryWriter
from torchvision import transforms
from torchvision.datasets import MNIST
from torchvision.models import resnet18
from torchvision.transforms import InterpolationMode, v2
from torchvision.utils import make_grid

torch.manual_seed(0)
x = torch.arange(4.0)
n = torch.tensor([7, -7])
w = torch.ones(2, requires_grad=True)
A = torch.tensor([[4.0, 1.0], [1.0, 3.0]])
b = torch.tensor([[1.0], [2.0]])
C = torch.arange(9.0).reshape(3, 3) + torch.eye(3)
LU, pivots = torch.linalg.lu_factor(A)
image = torch.rand(1, 3, 4, 4)
theta = torch.eye(3)[None, :2]
grid = torch.zeros(1, 2, 2, 2)
picture = transforms.ToPILImage()(image[0])
layer = nn.Linear(2, 1)
weights = list(layer.parameters())
optimizer = torch.optim.SGD(weights, lr=0.1)
scheduler = StepLR(optimizer, 2)
layer(b.T).sum().backward()
layers = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 1))
hook = lambda *_: None
stand_in = SimpleNamespace(data=x, targets=n)
"""


@functools.cache
def setting() -> object:
    for name in ("matplotlib", "tensorboardX", "tensorboard", "torchmetrics", "torchvision"):
        library(name)
    return compile(SETTING, "setting", "exec")


def run(code: str) -> tuple[object, list[str], str]:
    """Return what a call gives, the names of errors and warnings, and their messages."""
    namespace: dict[str, object] = {}
    *first, last = ast.parse(code).body
    result = None
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("ignore")
        exec(setting(), namespace)
        warnings.simplefilter("always")
        try:
            exec(compile(ast.Module(first, []), "row", "exec"), namespace)
            result = eval(ast.unparse(last), namespace)
        except Exception as error:
            return None, [type(error).__name__], str(error)
    kinds = [warning.category.__name__ for warning in caught]
    return result, kinds, " ".join(str(warning.message) for warning in caught)


def equal(old: object, new: object) -> bool:
    if isinstance(old, tuple | list):
        return all(map(equal, old, new))
    if isinstance(old, torch.Tensor) and isinstance(new, torch.Tensor):
        return old.dtype == new.dtype and old.shape == new.shape and torch.allclose(old, new)
    return old == new


#: New calls that are no twin of the old: they do the task in another way, or draw or make anew.
NO_TWIN = re.compile(
    r"resnet18|volatile|assert_|make_functional|ensemble|set_default|nn\.init\.xav|KLDiv|gain"
    r"|StepLR|jit|weight_norm|data_ptr|quantize"
)


@says(
    "upgrades",
    "Each row has been run: what the old call does today, and the call in its place.",
    "`as before` means no warning and an equal result up to rounding, `other result` no "
    "warning and another one.",
)
@says(
    "upgrades",
    "1.1 | `scheduler.step(); optimizer.step()` | UserWarning | `optimizer.step(); "
    "scheduler.step()`",
    "1.3 | `F.grid_sample(image, grid)` | UserWarning | `F.grid_sample(image, grid, "
    "align_corners=False)`",
    "1.3 | `F.affine_grid(theta, image.shape)` | UserWarning | `F.affine_grid(theta, "
    "image.shape, align_corners=False)`",
    "1.9 | `torch.cholesky(A)` | RuntimeError | `torch.linalg.cholesky(A)`",
    "1.9 | `torch.eig(A)` | RuntimeError | `torch.linalg.eig(A)`",
    "1.9 | `torch.lstsq(b, A)` | RuntimeError | `torch.linalg.lstsq(A, b)`",
    "1.9 | `torch.matrix_rank(A)` | RuntimeError | `torch.linalg.matrix_rank(A)`",
    "1.9 | `torch.qr(A)` | RuntimeError | `torch.linalg.qr(A)`",
    "1.9 | `torch.solve(b, A)` | RuntimeError | `torch.linalg.solve(A, b)`",
    "1.9 | `torch.symeig(A)` | RuntimeError | `torch.linalg.eigh(A)`",
    "1.12 | `torch.testing.assert_allclose(x, x)` | FutureWarning | "
    "`torch.testing.assert_close(x, x)`",
    "2.0 | `functorch.vmap(torch.sin)(x)` | FutureWarning | `torch.vmap(torch.sin)(x)`",
    "2.0 | `functorch.grad(torch.sum)(x)` | FutureWarning | `torch.func.grad(torch.sum)(x)`",
    "2.0 | `functorch.vjp(torch.sin, x)[0]` | FutureWarning | `torch.func.vjp(torch.sin, x)[0]`",
    "2.0 | `functorch.jvp(torch.sin, (x,), (x,))[1]` | FutureWarning | "
    "`torch.func.jvp(torch.sin, (x,), (x,))[1]`",
    "2.0 | `functorch.jacrev(torch.sin)(x)` | FutureWarning | `torch.func.jacrev(torch.sin)(x)`",
    "2.0 | `functorch.jacfwd(torch.sin)(x)` | FutureWarning | `torch.func.jacfwd(torch.sin)(x)`",
    "2.0 | `functorch.hessian(torch.sum)(x)` | FutureWarning | `torch.func.hessian(torch.sum)(x)`",
    "2.0 | `functorch.functionalize(torch.sin)(x)` | FutureWarning | "
    "`torch.func.functionalize(torch.sin)(x)`",
    "2.0 | `functorch.make_functional(layer)` | FutureWarning | "
    "`torch.func.functional_call(layer, dict(layer.named_parameters()), (b.T,))`",
    "2.0 | `functorch.combine_state_for_ensemble([layer, layer])` | FutureWarning | "
    "`torch.func.stack_module_state([layer, layer])`",
    "2.0 | `torch.nn.utils.stateless.functional_call(layer, {}, (b.T,))` | FutureWarning | "
    "`torch.func.functional_call(layer, {}, (b.T,))`",
    "2.1 | `torch.set_default_tensor_type(torch.FloatTensor)` | UserWarning | "
    "`torch.set_default_dtype(torch.float32)`",
    '2.6 | `torch.save(layer, "old.pt"); torch.load("old.pt")` | UnpicklingError | '
    '`torch.save(layer.state_dict(), "new.pt"); torch.load("new.pt")`',
    "torchvision 0.13 | `resnet18(pretrained=False)` | UserWarning | `resnet18(weights=None)`",
    "torchvision 0.13 | `resnet18(False)` | UserWarning | `resnet18(weights=None)`",
    "Tensors | `Variable(x)` | as before | `x`",
    "Tensors | `Variable(x, volatile=True)` | UserWarning | `torch.no_grad()`",
    "Tensors | `x.sum().data[0]` | IndexError | `x.sum().item()`",
    "Tensors | `torch.FloatTensor([1, 2])` | as before | `torch.tensor([1.0, 2.0])`",
    "Tensors | `torch.norm(A)` | as before | `torch.linalg.vector_norm(A)`",
    "Tensors | `torch.svd(C).V` | other result | `torch.linalg.svd(C).Vh`",
    "Tensors | `torch.lu(A)[0]` | UserWarning | `torch.linalg.lu_factor(A)[0]`",
    "Tensors | `torch.lu_solve(b, LU, pivots)` | UserWarning | `torch.linalg.lu_solve(LU, "
    "pivots, b)`",
    "Tensors | `torch.triangular_solve(b, A)[0]` | UserWarning | "
    "`torch.linalg.solve_triangular(A, b, upper=True)`",
    "Tensors | `torch.chain_matmul(A, A, b)` | UserWarning | `torch.linalg.multi_dot([A, A, b])`",
    "Tensors | `torch.ger(x, x)` | as before | `torch.outer(x, x)`",
    "Tensors | `torch.range(0, 3)` | UserWarning | `torch.arange(0.0, 4.0)`",
    "Tensors | `image.T` | UserWarning | `image.permute(3, 2, 1, 0)`",
    "Tensors | `x[(x > 1).byte()]` | UserWarning | `x[x > 1]`",
    "Tensors | `1 - (x > 1)` | NotImplementedError | `~(x > 1)`",
    "Tensors | `x.masked_fill((x > 1).byte(), 0.0)` | RuntimeError | `x.masked_fill(x > 1, 0.0)`",
    'Tensors | `n / 2` | other result | `torch.div(n, 2, rounding_mode="trunc")`',
    "Tensors | `torch.add(x, 2, x)` | UserWarning | `torch.add(x, x, alpha=2)`",
    "Tensors | `torch.addcmul(x, 2, x, x)` | UserWarning | `torch.addcmul(x, x, x, value=2)`",
    "Tensors | `torch.rfft(x, 1)` | AttributeError | `torch.fft.rfft(x)`",
    "Tensors | `torch.stft(x, 4)` | RuntimeError | `torch.stft(x, 4, window=torch.ones(4), "
    "return_complex=True)`",
    'Tensors | `torch.meshgrid(x, x)[0]` | UserWarning | `torch.meshgrid(x, x, indexing="ij")[0]`',
    "Tensors | `torch.cross(C, C + x[:3])` | UserWarning | `torch.cross(C, C + x[:3], dim=0)`",
    "Tensors | `x.resize(2, 2)` | UserWarning | `x.reshape(2, 2)`",
    "Tensors | `x.storage().data_ptr()` | UserWarning | `x.untyped_storage().data_ptr()`",
    "Layers and functions | `F.upsample(image, scale_factor=2)` | UserWarning | "
    "`F.interpolate(image, scale_factor=2)`",
    "Layers and functions | `F.upsample_nearest(image, scale_factor=2)` | UserWarning | "
    "`F.interpolate(image, scale_factor=2)`",
    "Layers and functions | `F.upsample_bilinear(image, scale_factor=2)` | UserWarning | "
    '`F.interpolate(image, scale_factor=2, mode="bilinear", align_corners=True)`',
    "Layers and functions | `nn.UpsamplingNearest2d(scale_factor=2)(image)` | as before | "
    "`nn.Upsample(scale_factor=2)(image)`",
    "Layers and functions | `nn.UpsamplingBilinear2d(scale_factor=2)(image)` | as before | "
    '`nn.Upsample(scale_factor=2, mode="bilinear", align_corners=True)(image)`',
    "Layers and functions | `F.softmax(A)` | UserWarning | `F.softmax(A, dim=1)`",
    "Layers and functions | `F.sigmoid(x)` | as before | `torch.sigmoid(x)`",
    "Layers and functions | `F.tanh(x)` | as before | `torch.tanh(x)`",
    "Layers and functions | `nn.MSELoss(size_average=False)(x, 0 * x)` | UserWarning | "
    '`nn.MSELoss(reduction="sum")(x, 0 * x)`',
    "Layers and functions | `nn.MSELoss(reduce=False)(x, 0 * x)` | UserWarning | "
    '`nn.MSELoss(reduction="none")(x, 0 * x)`',
    "Layers and functions | `nn.KLDivLoss()(x, x)` | UserWarning | "
    '`nn.KLDivLoss(reduction="batchmean")(A, A)`',
    "Layers and functions | `nn.init.xavier_uniform(torch.ones(2, 2))` | FutureWarning | "
    "`nn.init.xavier_uniform_(torch.ones(2, 2))`",
    "Layers and functions | `nn.init.constant(torch.ones(2), 3.0)` | FutureWarning | "
    "`nn.init.constant_(torch.ones(2), 3.0)`",
    "Layers and functions | `nn.utils.weight_norm(nn.Linear(2, 2))` | FutureWarning | "
    "`nn.utils.parametrizations.weight_norm(nn.Linear(2, 2))`",
    "Layers and functions | `layers.register_backward_hook(hook); "
    "layers(w[None]).sum().backward()` | FutureWarning | "
    "`layers.register_full_backward_hook(hook); layers(w[None]).sum().backward()`",
    'Layers and functions | `nn.init.calculate_gain("gelu")` | ValueError | '
    '`nn.init.calculate_gain("relu")`',
    'Layers and functions | `nn.init.calculate_gain("silu")` | ValueError | '
    '`nn.init.calculate_gain("relu")`',
    "Layers and functions | `nn.Hardtanh(min_value=0.0)(x)` | FutureWarning | "
    "`nn.Hardtanh(min_val=0.0)(x)`",
    "Layers and functions | `nn.Conv2D(3, 8, 3)` | AttributeError | `nn.Conv2d(3, 8, 3)`",
    "Layers and functions | `nn.MaxPool2D(2)` | AttributeError | `nn.MaxPool2d(2)`",
    'Training and files | `compile("x.cuda(async=True)", "old.py", "eval")` | SyntaxError | '
    '`x.to("cpu", non_blocking=True)`',
    "Training and files | `scheduler.get_lr()` | UserWarning | `scheduler.get_last_lr()`",
    "Training and files | `optimizer.step(); scheduler.step(1)` | UserWarning | "
    "`optimizer.step(); scheduler.step()`",
    "Training and files | `StepLR(optimizer, 2, verbose=True)` | TypeError | "
    "`scheduler.get_last_lr()`",
    "Training and files | `torch.optim.RMSProp(weights)` | AttributeError | "
    "`torch.optim.RMSprop(weights)`",
    'Training and files | `torch.optim.SGD(weights).param_groups[0]["lr"]` | as before | '
    '`torch.optim.SGD(weights, lr=1e-3).param_groups[0]["lr"]`',
    "Training and files | `optimizer.zero_grad(); weights[0].grad` | other result | "
    "`optimizer.zero_grad(set_to_none=False); weights[0].grad`",
    "Training and files | `iter(DataLoader(x)).next()` | AttributeError | "
    "`next(iter(DataLoader(x)))`",
    "Training and files | `torch.utils.data.Dataloader(x)` | AttributeError | "
    "`torch.utils.data.DataLoader(x)`",
    'Training and files | `__import__("torch.utils.data2")` | ModuleNotFoundError | '
    '`__import__("torch.utils.data")`',
    "Training and files | `checkpoint(torch.sin, w)` | UserWarning | `checkpoint(torch.sin, "
    "w, use_reentrant=False)`",
    "Training and files | `torch.profiler.profile(use_cuda=True)` | TypeError | "
    "`torch.profiler.profile(activities=[torch.profiler.ProfilerActivity.CPU])`",
    "Training and files | `torch.jit.script(layer)` | FutureWarning | "
    "`torch.export.export(layer, (b.T,))`",
    "Training and files | `torch.jit.trace(layer, b.T)` | FutureWarning | "
    "`torch.export.export(layer, (b.T,))`",
    "Training and files | `torch.quantization.quantize_dynamic(layer)` | DeprecationWarning "
    "| the package torchao",
    "Training and files | `torch.distributed.reduce_op.MAX` | FutureWarning | "
    "`torch.distributed.ReduceOp.MAX`",
    "Training and files | `torch.has_cuda` | UserWarning | `torch.backends.cuda.is_built()`",
    "Training and files | `torch.has_mps` | UserWarning | `torch.backends.mps.is_built()`",
    "Training and files | `torch.get_autocast_gpu_dtype()` | DeprecationWarning | "
    '`torch.get_autocast_dtype("cuda")`',
    "Training and files | `torch.is_autocast_cpu_enabled()` | DeprecationWarning | "
    '`torch.is_autocast_enabled("cpu")`',
    "torchvision | `transforms.Scale(4)` | AttributeError | `transforms.Resize(4)`",
    "torchvision | `transforms.RandomSizedCrop(4)` | AttributeError | "
    "`transforms.RandomResizedCrop(4)`",
    "torchvision | `transforms.LinearTransformation(A)` | TypeError | "
    "`transforms.LinearTransformation(A, torch.zeros(2))`",
    "torchvision | `v2.ToTensor()(picture)` | UserWarning | `v2.Compose([v2.ToImage(), "
    "v2.ToDtype(torch.float32, scale=True)])(picture)`",
    "torchvision | `type(transforms.FiveCrop(2)(image))` | as before | `tuple`",
    "torchvision | `transforms.RandomRotation(9, resample=2)` | TypeError | "
    "`transforms.RandomRotation(9, interpolation=InterpolationMode.BILINEAR)`",
    "torchvision | `transforms.RandomAffine(9, fillcolor=0)` | TypeError | "
    "`transforms.RandomAffine(9, fill=0)`",
    "torchvision | `transforms.Resize(2, interpolation=2)(image)` | as before | "
    "`transforms.Resize(2, interpolation=InterpolationMode.BILINEAR)(image)`",
    "torchvision | `make_grid(image, normalize=True, range=(0, 1))` | TypeError | "
    "`make_grid(image, normalize=True, value_range=(0, 1))`",
    "torchvision | `MNIST.train_data.fget(stand_in)` | UserWarning | `stand_in.data`",
    "torchvision | `MNIST.test_labels.fget(stand_in)` | UserWarning | `stand_in.targets`",
    'torchvision | `__import__("torchvision.models.utils")` | ModuleNotFoundError | '
    "`torch.hub.load_state_dict_from_url`",
    'Other packages | `__import__("torch._six")` | ModuleNotFoundError | Python\'s own names',
    'Other packages | `__import__("torch.utils.ffi")` | ModuleNotFoundError | '
    '`__import__("torch.utils.cpp_extension")`',
    'Other packages | `__import__("torchtext")` | ModuleNotFoundError | `collections.Counter`',
    'Other packages | `__import__("apex")` | ModuleNotFoundError | `torch.amp`',
    'Other packages | `__import__("pytorch_lightning.metrics")` | ModuleNotFoundError | '
    '`torchmetrics.Accuracy(task="binary")`',
    "Other packages | `tensorboardX.SummaryWriter.__name__` | as before | `SummaryWriter.__name__`",
    "Other packages | `np.float` | AttributeError | `float`",
    "Other packages | `np.product` | AttributeError | `np.prod`",
    "Other packages | `plt.cm.get_cmap` | AttributeError | `plt.get_cmap`",
)
@pytest.mark.parametrize("row", CALLS, ids=lambda row: row[1].strip("`"))
def test_row(row, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    since, old, today, new = row
    torch.set_warn_always(True)
    before, told, message = run(old.strip("`"))
    if today in ("as before", "other result"):
        assert not told, message
    else:
        assert today in told, (told, message)
    if new.startswith("`"):
        after, told, message = run(new.strip("`"))
        assert not [kind for kind in told if kind != "DeprecationWarning"], message
        raised = today.endswith(("Error", "Exception"))
        if not raised and not NO_TWIN.search(old):
            assert equal(before, after) == (today != "other result")
    if release := re.search(r"\d+\.\d+", since):
        _, _, message = run(old.strip("`"))
        assert re.search(rf"\b{re.escape(release[0])}\b", message), message


# What torch marks


def resolve(name: str) -> object:
    """Return what a dotted name means: a module, or an attribute of one, properties unread."""
    parts = name.split(".")
    for count in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:count]))
            for part in parts[count:]:
                is_own = isinstance(found, type) and part in vars(found)
                found = vars(found)[part] if is_own else getattr(found, part)
        except (ImportError, AttributeError):
            continue
        return found
    raise AttributeError(name)


def marked(found: object) -> object:
    """Return the function that a decorator marks: of a property its getter, of a class itself."""
    found = getattr(found, "fget", None) or found
    return found if hasattr(found, "__deprecated__") else found.__init__


@says(
    "upgrades",
    "`torch.cuda.amp.autocast` | `torch.amp.autocast`",
    "`torch.cuda.amp.GradScaler` | `torch.amp.GradScaler`",
    "`torch.cuda.amp.custom_fwd` | `torch.amp.custom_fwd`",
    "`torch.cuda.amp.custom_bwd` | `torch.amp.custom_bwd`",
    "`torch.cpu.amp.autocast` | `torch.amp.autocast`",
    "`torch.cpu.amp.GradScaler` | `torch.amp.GradScaler`",
    "`torch.backends.cuda.sdp_kernel` | `torch.nn.attention.sdpa_kernel`",
    "`torch.cuda.memory_cached` | `torch.cuda.memory_reserved`",
    "`torch.cuda.max_memory_cached` | `torch.cuda.max_memory_reserved`",
    "`torch.nn.NLLLoss2d` | `torch.nn.NLLLoss`",
    "`torch.nn.Container` | `torch.nn.Module`",
    "`torch.nn.utils.clip_grad_norm` | `torch.nn.utils.clip_grad_norm_`",
    "`torch.nn.utils.stateless.functional_call` | `torch.func.functional_call`",
    "`torch.nn.parallel.DistributedDataParallelCPU` | `torch.nn.parallel.DistributedDataParallel`",
    "`torch.testing.assert_allclose` | `torch.testing.assert_close`",
    "`torch.distributions.Distribution.sample_n` | `torch.distributions.Distribution.sample`",
    "`torch.utils.data.ConcatDataset.cummulative_sizes` | no name in its place",
    "`torch.library.impl_abstract` | `torch.library.register_fake`",
    "`torch.autograd.profiler_legacy.profile` | `torch.profiler`",
    "`torch.autograd.profiler_util.FunctionEvent.cuda_time` | "
    "`torch.autograd.profiler_util.FunctionEvent.device_time`",
    "`torch.autograd.profiler_util.FunctionEvent.cuda_time_total` | "
    "`torch.autograd.profiler_util.FunctionEvent.device_time_total`",
    "`torch.autograd.profiler_util.FunctionEvent.self_cuda_time_total` | "
    "`torch.autograd.profiler_util.FunctionEvent.self_device_time_total`",
    "`torch.autograd.profiler_util.FunctionEvent.self_cuda_memory_usage` | no name in its place",
    "`torch.autograd.profiler_util.FunctionEvent.event_metadata` | no name in its place",
    "`torch.autograd.profiler.load_nvprof` | no name in its place",
    "`torch.autograd.profiler.parse_nvprof_trace` | no name in its place",
    "`torch.autograd.profiler.EnforceUnique` | no name in its place",
    "`torch.autograd.function.FunctionCtx.mark_shared_storage` | no name in its place",
    "`torch.profiler.profile.export_memory_timeline` | `torch.cuda.memory`",
    "`torch.distributed.checkpoint.load_state_dict` | `torch.distributed.checkpoint.load`",
    "`torch.distributed.checkpoint.save_state_dict` | `torch.distributed.checkpoint.save`",
    "`torch.distributed.all_reduce_coalesced` | no name in its place",
    "`torch.distributed.all_gather_coalesced` | no name in its place",
    "`torch.distributed.launch.main` | `torch.distributed.run`",
    "`torch.distributed.fsdp.FSDPModule.set_reduce_scatter_divide_factor` | "
    "`torch.distributed.fsdp.FSDPModule.set_gradient_divide_factor`",
    "`torch.ao.quantization.quantize.quantize` | no name in its place",
    "`torch.ao.quantization.quantize_dynamic` | no name in its place",
    "`torch.ao.quantization.quantize_qat` | no name in its place",
    "`torch.ao.quantization.prepare` | no name in its place",
    "`torch.ao.quantization.prepare_qat` | no name in its place",
    "`torch.ao.quantization.convert` | no name in its place",
    "`torch.ao.quantization.quantize_fx.prepare_fx` | no name in its place",
    "`torch.ao.quantization.quantize_fx.prepare_qat_fx` | no name in its place",
    "`torch.ao.quantization.quantize_fx.convert_fx` | no name in its place",
    "`torch.ao.quantization.QConfigDynamic` | `torch.ao.quantization.QConfig`",
    "`torch.ao.quantization.get_default_qconfig_dict` | "
    "`torch.ao.quantization.get_default_qconfig_mapping`",
    "`torch.ao.quantization.get_default_qat_qconfig_dict` | "
    "`torch.ao.quantization.get_default_qat_qconfig_mapping`",
    "`torch.utils._pytree._register_pytree_node` | `torch.utils._pytree.register_pytree_node`",
)
@pytest.mark.parametrize("row", NAMES, ids=lambda row: row[0].strip("`"))
@pytest.mark.filterwarnings("ignore")
def test_name(row):
    old, new = (cell.strip("`") for cell in row)
    message = marked(resolve(old)).__deprecated__
    if new.startswith("torch"):
        assert resolve(new) is not None
        assert new.rpartition(".")[2] in message


def decorated() -> Iterator[str]:
    """Yield the dotted names of all that torch's own files mark by a decorator."""
    root = Path(torch.__file__).parent
    for path in root.rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        if "deprecated(" in source:
            module = ".".join(path.relative_to(root.parent).with_suffix("").parts)
            yield from _marked(ast.parse(source), module.removesuffix(".__init__"))


def _marked(node: ast.AST, name: str) -> Iterator[str]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            calls = [d.func for d in child.decorator_list if isinstance(d, ast.Call)]
            if any(ast.unparse(call).split(".")[-1].lstrip("_") == "deprecated" for call in calls):
                yield f"{name}.{child.name}".removesuffix(".__init__")
            yield from _marked(child, f"{name}.{child.name}")
        else:
            yield from _marked(node=child, name=name)


#: What is marked and is no row, and why. A name with a part that begins with `_` is private.
LEFT_OUT = {
    "torch.ao.nn.": "one helper of a package that the table names as a whole",
    "torch.autograd.gradcheck.": "private by its own message",
    "torch.cuda.green_contexts.": "needs a GPU that shares its cores",
    "torch.distributed.checkpoint.staging.": "called by torch's own saver",
    "torch.distributed.elastic.": "decorators of torchrun's own files",
    "torch.fx.experimental.": "experimental by its name",
    "torch.nn.attention.flex_attention.flex_attention": "an argument is marked, not the function",
    "torch.nn.modules.rnn.": "a helper of the layers",
    "torch.nn.parallel.scatter_gather.": "a helper of DataParallel",
    "torch.nn.utils.weight_norm.WeightNorm.apply": "called by nn.utils.weight_norm, which is a row",
    "torch.utils.data.backward_compatibility.": "needed by code of torchdata alone",
    "torch.utils.data.datapipes.": "writes torch's own stubs",
    "torch.utils.data.graph_settings.": "for graphs of torchdata",
}


@pytest.mark.filterwarnings("ignore")
def test_what_torch_marks_is_a_row_or_left_out_for_a_reason():
    there = set(decorated())
    assert len(there) > 100
    rows = set()
    for old, _ in NAMES:
        found = marked(resolve(old.strip("`")))
        rows.add(f"{found.__module__}.{found.__qualname__}".removesuffix(".__init__"))
    assert rows <= there
    public = {
        name for name in there - rows if not any(part.startswith("_") for part in name.split("."))
    }
    unknown = {name for name in public if not name.startswith(tuple(LEFT_OUT))}
    assert not unknown, "a new mark of torch: a row of the table, or LEFT_OUT with the reason"
    idle = [prefix for prefix in LEFT_OUT if not any(name.startswith(prefix) for name in public)]
    assert not idle


#: The symbols that TorchFix 0.7 reported, from its documentation.
TORCHFIX = """
    torch.solve torch.qr torch.symeig torch.chain_matmul torch.cholesky torch.ger torch.lu_solve
    torch.norm torch.range torch.svd torch.triangular_solve torch.lu torch.matrix_rank torch.lstsq
    nn.UpsamplingNearest2d nn.UpsamplingBilinear2d torch.testing.assert_allclose
    nn.utils.weight_norm torch.utils._pytree._register_pytree_node torch.backends.cuda.sdp_kernel
    torch.cuda.amp.autocast torch.cuda.amp.custom_fwd torch.cuda.amp.custom_bwd
    torch.cpu.amp.autocast functorch.vmap functorch.grad functorch.vjp functorch.jvp
    functorch.jacrev functorch.jacfwd functorch.hessian functorch.functionalize
""".split()


def test_what_torchfix_knew_is_there():
    olds = [row[-3] if len(row) == 4 else row[0] for row in ROWS]
    missing = [s for s in TORCHFIX if not any(re.match(rf"`{re.escape(s)}\b", o) for o in olds)]
    assert len(TORCHFIX) == 32
    assert not missing
