"""What is timed: one table of workloads, each at six sizes or more."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
from torchvision import models
from torchvision.transforms import v2

#: Bytes over which the inputs of a workload are spread, so that a cache does not hold them.
FOOTPRINT = 256 * 2**20

Inputs = tuple[Any, ...]


@dataclass(frozen=True)
class Workload:
    """One operation at several sizes.

    Attributes:
        name: What the page calls it.
        group: The section of the page.
        sizes: From tiny to large.
        label: Says a size in words.
        inputs: Makes fresh inputs of a size on a device.
        run: Does the work on them.
        compiled: Whether the first call compiles, so that it has a time of its own.
        copies: Whether it makes sense to copy the inputs to the device and the result back.
        flops: Floating point operations of a call, by size, where that is the limit.
        traffic: Bytes that a call has to read and write, by size, where that is the limit.
        dtype: Of a matrix product: which product is its limit.
        on: Where it makes sense: `cpu`, `cuda`.
        note: What the reader has to know.
    """

    name: str
    group: str
    sizes: tuple[int, ...]
    label: Callable[[int], str]
    inputs: Callable[[int, torch.device], Inputs]
    run: Callable[..., object]
    compiled: bool = False
    copies: bool = True
    flops: Callable[[int], float] | None = None
    traffic: Callable[[int], float] | None = None
    dtype: str = "float32"
    on: tuple[str, ...] = ("cpu", "cuda")
    note: str = ""

    def calls(self, size: int, device: torch.device) -> list[Callable[[], object]]:
        """Return the work on as many inputs as `FOOTPRINT` asks for, at most 256."""
        return [partial(self.run, *inputs) for inputs in self._rotated(size, device)]

    def calls_with_copies(self, size: int, device: torch.device) -> list[Callable[[], object]]:
        """Return the work with tensors that start on the CPU and a result that ends there.

        Modules and optimizers stay on the device.
        """

        def run(*inputs: Any) -> object:
            return _moved(self.run(*_moved(inputs, device)), torch.device("cpu"))

        rotated = self._rotated(size, device)
        return [partial(run, *_moved(inputs, torch.device("cpu"))) for inputs in rotated]

    def _rotated(self, size: int, device: torch.device) -> Iterator[Inputs]:
        first = self.inputs(size, device)
        weight = max(1, sum(x.nbytes for x in first if isinstance(x, torch.Tensor)))
        count = max(1, min(256, FOOTPRINT // weight)) if weight > 4096 else 16
        if any(isinstance(x, nn.Module | torch.optim.Optimizer) for x in first):
            count = 1  # a training step reads and writes far more than it is given
        yield first
        for _ in range(count - 1):
            yield self.inputs(size, device)


def _moved(x: Any, device: torch.device) -> Any:
    """Return tensors on a device, as leaves; anything else as it is."""
    if isinstance(x, tuple):
        return tuple(_moved(part, device) for part in x)
    if not isinstance(x, torch.Tensor):
        return x
    return x.detach().to(device).requires_grad_(x.requires_grad)


def _numbers(size: int) -> str:
    for power, unit in ((20, "Mi"), (10, "Ki")):
        if size >= 2**power and size % 2**power == 0:
            return f"{size >> power} {unit}"
    return str(size)


def _elements(size: int) -> str:
    return f"{_numbers(size)} elements"


def _square(size: int) -> str:
    return f"{size}×{size}"


def _batch(size: int) -> str:
    return f"batch {size}"


VECTOR = tuple(2**power for power in (10, 13, 16, 18, 20, 22, 24))
MATRIX = (16, 64, 128, 256, 512, 1024, 2048)
BATCH = (1, 4, 16, 32, 64, 128)


def _vectors(count: int) -> Callable[[int, torch.device], Inputs]:
    return lambda n, device: tuple(torch.randn(n, device=device) for _ in range(count))


def _matrices(dtype: torch.dtype = torch.float32) -> Callable[[int, torch.device], Inputs]:
    return lambda n, device: tuple(torch.randn(n, n, device=device, dtype=dtype) for _ in range(2))


def _backward(function: Callable[..., torch.Tensor]) -> Callable[..., object]:
    """Return forward and backward of a loss; its first input takes the gradient."""

    def step(x: torch.Tensor, *others: Any) -> None:
        x.grad = None
        function(x, *others).backward()

    return step


def _scores(classes: int) -> Callable[[int, torch.device], Inputs]:
    return lambda n, device: (
        torch.randn(n, classes, device=device, requires_grad=True),
        torch.randint(classes, (n,), device=device),
    )


def _pair(n: int, device: torch.device) -> Inputs:
    return torch.randn(n, 64, device=device, requires_grad=True), torch.rand(n, 64, device=device)


def _triplet(n: int, device: torch.device) -> Inputs:
    parts = (torch.randn(n, 64, device=device) for _ in range(2))
    return torch.randn(n, 64, device=device, requires_grad=True), *parts


def _ctc(n: int, device: torch.device) -> Inputs:
    log_probs = torch.randn(50, n, 20, device=device).log_softmax(2).requires_grad_()
    targets = torch.randint(1, 20, (n, 10), device=device)
    return log_probs, targets, torch.full((n,), 50), torch.full((n,), 10)


def _conv(n: int, device: torch.device) -> Inputs:
    x = torch.randn(n, 32, 32, 32, device=device)
    return x, torch.randn(32, 32, 3, 3, device=device)


def _conv_step(n: int, device: torch.device) -> Inputs:
    x, weight = _conv(n, device)
    return weight.requires_grad_(), x.requires_grad_()


def _conv_backward(weight: torch.Tensor, x: torch.Tensor) -> None:
    x.grad = weight.grad = None
    F.conv2d(x, weight, padding=1).sum().backward()


def _module(make: Callable[[], nn.Module], *shape: int) -> Callable[[int, torch.device], Inputs]:
    return lambda n, device: (make().to(device), torch.randn(n, *shape, device=device))


def _apply(module: nn.Module, x: torch.Tensor) -> object:
    return module(x)


def _optimizer(**options: bool) -> Callable[[int, torch.device], Inputs]:
    def make(layers: int, device: torch.device) -> Inputs:
        parameters = [torch.randn(64, 64, device=device, requires_grad=True) for _ in range(layers)]
        for parameter in parameters:
            parameter.grad = torch.randn_like(parameter)
        return (torch.optim.Adam(parameters, **options),)

    return make


def _step(optimizer: torch.optim.Optimizer) -> None:
    optimizer.step()


def _lenet() -> nn.Module:
    return nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
        nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10),
    )  # fmt: skip


def _training(
    make: Callable[[], nn.Module],
    *shape: int,
    channels_last: bool = False,
    compiled: bool = False,
) -> Callable[[int, torch.device], Inputs]:
    def inputs(n: int, device: torch.device) -> Inputs:
        model = make().to(device)
        x = torch.randn(n, *shape, device=device)
        if channels_last:
            model = model.to(memory_format=torch.channels_last)
            x = x.contiguous(memory_format=torch.channels_last)
        if compiled:
            model.compile(dynamic=False)
        optimizer = torch.optim.SGD(model.parameters(), lr=1e-3)
        return model, optimizer, x, torch.randint(10, (n,), device=device)

    return inputs


def _train_step(
    model: nn.Module, optimizer: torch.optim.Optimizer, x: torch.Tensor, y: torch.Tensor
) -> None:
    optimizer.zero_grad()
    F.cross_entropy(model(x), y).backward()
    optimizer.step()


def _mixed_step(
    model: nn.Module, optimizer: torch.optim.Optimizer, x: torch.Tensor, y: torch.Tensor
) -> None:
    optimizer.zero_grad()
    with torch.autocast(x.device.type, torch.bfloat16):
        loss = F.cross_entropy(model(x), y)
    loss.backward()
    optimizer.step()


def _resnet18() -> nn.Module:
    return models.resnet18(num_classes=10)


def _images(n: int, device: torch.device) -> Inputs:
    return (torch.randint(256, (n, 3, 96, 128), device=device, dtype=torch.uint8),)


_PREPARE = v2.Compose([
    v2.Resize(64), v2.CenterCrop(56), v2.ToDtype(torch.float32, scale=True),
    v2.Normalize([0.5] * 3, [0.25] * 3),
])  # fmt: skip
_PREPARE_PIL = v2.Compose(
    [v2.Resize(64), v2.CenterCrop(56), v2.ToImage(), *_PREPARE.transforms[2:]]
)


def _pil_images(n: int, device: torch.device) -> Inputs:
    pixels = np.random.default_rng(0).integers(0, 256, (n, 96, 128, 3), dtype=np.uint8)
    return ([Image.fromarray(image) for image in pixels],)


def _prepare_pil(images: list[Image.Image]) -> torch.Tensor:
    return torch.stack([_PREPARE_PIL(image) for image in images])


def _save_and_load(x: torch.Tensor) -> object:
    file = io.BytesIO()
    torch.save(x, file)
    file.seek(0)
    return torch.load(file)


def _loader(workers: int) -> Callable[[int, torch.device], Inputs]:
    def inputs(n: int, device: torch.device) -> Inputs:
        images = TensorDataset(torch.randint(256, (n, 3, 96, 128), dtype=torch.uint8))
        return (DataLoader(images, 32, num_workers=workers, collate_fn=_prepared),)

    return inputs


def _prepared(samples: list[tuple[torch.Tensor]]) -> torch.Tensor:
    return torch.stack([_PREPARE(image) for (image,) in samples])


def _epoch(loader: DataLoader[Any]) -> int:
    return sum(len(batch) for batch in loader)


def _attention(n: int, device: torch.device) -> Inputs:
    return tuple(torch.randn(1, 8, n, 64, device=device) for _ in range(3))


def _pinned(n: int, device: torch.device) -> Inputs:
    return torch.randn(n).pin_memory(), device


def _to(x: torch.Tensor, device: torch.device) -> torch.Tensor:
    return x.to(device)


def _to_non_blocking(x: torch.Tensor, device: torch.device) -> torch.Tensor:
    return x.to(device, non_blocking=True)


def _kaiming(n: int, device: torch.device) -> Inputs:
    return (torch.empty(n, n, device=device),)


def _layers(n: int, device: torch.device) -> Inputs:
    return (nn.Sequential(*(nn.Linear(1024, 1024, device=device) for _ in range(n))),)


def _initialise(model: nn.Sequential) -> None:
    for layer in model:
        nn.init.kaiming_normal_(layer.weight)
        nn.init.zeros_(layer.bias)


_ONE = "Elements and memory"
_TWO = "Matrices and layers"
_THREE = "Losses"
_FOUR = "Training"
_FIVE = "Data"
_SIX = "Transfers"

WORKLOADS: tuple[Workload, ...] = (
    Workload(
        "add", _ONE, VECTOR, _elements, _vectors(2), torch.add, traffic=lambda n: 12 * n,
        note="The result is new memory. A large one comes from the system page by page, which can "
        "take longer than the sum: compare with the next.",
    ),
    Workload(
        "add with out=", _ONE, VECTOR, _elements, _vectors(3),
        lambda a, b, out: torch.add(a, b, out=out), traffic=lambda n: 12 * n, copies=False,
    ),
    Workload("gelu", _ONE, VECTOR, _elements, _vectors(1), F.gelu, traffic=lambda n: 8 * n),
    Workload("sum", _ONE, VECTOR, _elements, _vectors(1), torch.sum, traffic=lambda n: 4 * n),
    Workload(
        "softmax", _ONE, MATRIX, _square, lambda n, d: (torch.randn(n, n, device=d), 1),
        torch.softmax, traffic=lambda n: 8 * n * n,
    ),
    Workload(
        "squeeze", _ONE, VECTOR, _elements, lambda n, d: (torch.randn(1, n, device=d), 0),
        torch.squeeze, note="A view: no element is read, so the time does not grow with the size.",
    ),
    Workload(
        "permute and contiguous", _ONE, MATRIX, _square,
        lambda n, d: (torch.randn(n, n, device=d),), lambda x: x.permute(1, 0).contiguous(),
        traffic=lambda n: 8 * n * n,
    ),
    Workload(
        "cat", _ONE, VECTOR, _elements, _vectors(2), lambda a, b: torch.cat([a, b]),
        traffic=lambda n: 16 * n,
    ),
    Workload("topk", _ONE, VECTOR, _elements, _vectors(1), lambda x: x.topk(10)),
    Workload("sort", _ONE, VECTOR[:-1], _elements, _vectors(1), torch.sort),
    Workload(
        "embedding", _ONE, (32, *VECTOR[:-2]), lambda n: f"{_numbers(n)} rows of 64",
        lambda n, d: (torch.randint(10_000, (n,), device=d), torch.randn(10_000, 64, device=d)),
        F.embedding, traffic=lambda n: n * 64 * 8, copies=False,
    ),
    Workload(
        "matmul float32", _TWO, MATRIX, _square, _matrices(), torch.matmul,
        flops=lambda n: 2 * n**3,
    ),
    Workload(
        "matmul tf32", _TWO, MATRIX, _square, _matrices(), torch.matmul,
        flops=lambda n: 2 * n**3, dtype="tf32", on=("cuda",),
    ),
    Workload(
        "matmul bfloat16", _TWO, MATRIX, _square, _matrices(torch.bfloat16), torch.matmul,
        flops=lambda n: 2 * n**3, dtype="bfloat16",
    ),
    Workload(
        "batched matmul", _TWO, MATRIX[:-1], lambda n: f"16 of {_square(n)}",
        lambda n, d: tuple(torch.randn(16, n, n, device=d) for _ in range(2)), torch.bmm,
        flops=lambda n: 32 * n**3,
    ),
    Workload(
        "Linear 1024 to 1024", _TWO, (1, 8, 32, 128, 512, 2048), _batch,
        _module(lambda: nn.Linear(1024, 1024), 1024), _apply, flops=lambda n: 2 * n * 1024**2,
    ),
    Workload(
        "Conv2d forward", _TWO, BATCH, _batch, _conv,
        lambda x, weight: F.conv2d(x, weight, padding=1),
        note="32 channels, 32×32 pixels, kernel 3. No limit is given: a convolution may do fewer "
        "multiplications than the formula says.",
    ),
    Workload("Conv2d forward and backward", _TWO, BATCH, _batch, _conv_step, _conv_backward),
    Workload(
        "BatchNorm2d", _TWO, BATCH, _batch, _module(lambda: nn.BatchNorm2d(32), 32, 32, 32), _apply,
    ),
    Workload(
        "LSTM", _TWO, BATCH, _batch, _module(lambda: nn.LSTM(64, 128, batch_first=True), 50, 64),
        _apply, note="50 steps, 64 features, 128 hidden units.",
    ),
    Workload(
        "attention", _TWO, (16, 64, 128, 256, 512, 1024), lambda n: f"{n} tokens", _attention,
        F.scaled_dot_product_attention, flops=lambda n: 4 * 8 * n * n * 64,
    ),
    Workload("MSELoss", _THREE, (16, 256, 1024, 4096, 16384, 65536), _batch, _pair,
             _backward(F.mse_loss)),
    Workload("CrossEntropyLoss", _THREE, (16, 256, 1024, 4096, 16384, 65536), _batch, _scores(100),
             _backward(F.cross_entropy)),
    Workload("BCEWithLogitsLoss", _THREE, (16, 256, 1024, 4096, 16384, 65536), _batch, _pair,
             _backward(F.binary_cross_entropy_with_logits)),
    Workload("TripletMarginLoss", _THREE, (16, 256, 1024, 4096, 16384, 65536), _batch, _triplet,
             _backward(F.triplet_margin_loss)),
    Workload("CTCLoss", _THREE, BATCH, _batch, _ctc, _backward(F.ctc_loss)),
    Workload("Adam, for-loop", _FOUR, (1, 4, 16, 64, 128, 256), lambda n: f"{n} of 64×64",
             _optimizer(foreach=False), _step, copies=False),
    Workload("Adam, foreach", _FOUR, (1, 4, 16, 64, 128, 256), lambda n: f"{n} of 64×64",
             _optimizer(foreach=True), _step, copies=False),
    Workload("Adam, fused", _FOUR, (1, 4, 16, 64, 128, 256), lambda n: f"{n} of 64×64",
             _optimizer(fused=True), _step, copies=False),
    Workload("kaiming_normal_", _FOUR, MATRIX, _square, _kaiming, nn.init.kaiming_normal_,
             copies=False),
    Workload("init of a model", _FOUR, (1, 2, 4, 8, 16, 32, 64), lambda n: f"{n} Mi weights",
             _layers, _initialise, copies=False,
             note="Linear layers of 1024×1024: kaiming_normal_ for the weights, zeros_ for the "
             "biases, where they lie. A model made on the GPU need not be copied there."),
    Workload("LeNet training step", _FOUR, BATCH, _batch, _training(_lenet, 1, 28, 28),
             _train_step),
    Workload("LeNet, torch.compile", _FOUR, BATCH, _batch,
             _training(_lenet, 1, 28, 28, compiled=True), _train_step, compiled=True,
             note="The model is compiled for each batch size, the step of the optimizer is not."),
    Workload("ResNet-18 training step", _FOUR, (1, 2, 4, 8, 16, 32), _batch,
             _training(_resnet18, 3, 64, 64), _train_step, note="Images of 3×64×64."),
    Workload("ResNet-18, channels_last", _FOUR, (1, 2, 4, 8, 16, 32), _batch,
             _training(_resnet18, 3, 64, 64, channels_last=True), _train_step),
    Workload("ResNet-18, bfloat16", _FOUR, (1, 2, 4, 8, 16, 32), _batch,
             _training(_resnet18, 3, 64, 64), _mixed_step),
    Workload("ResNet-18, torch.compile", _FOUR, (1, 2, 4, 8, 16, 32), _batch,
             _training(_resnet18, 3, 64, 64, compiled=True), _train_step, compiled=True),
    Workload("transforms.v2 on tensors", _FIVE, BATCH, _batch, _images, _PREPARE,
             note="Resize to 64, crop 56, to float, normalise, from 96×128."),
    Workload("transforms.v2 on PIL images", _FIVE, BATCH, _batch, _pil_images, _prepare_pil,
             on=("cpu",), note="The same on Pillow images, one by one."),
    Workload("torch.save and load", _FIVE, VECTOR, _elements, _vectors(1), _save_and_load,
             on=("cpu",), note="In memory, so the disk is left out."),
    *(
        Workload(f"DataLoader, num_workers={workers}", _FIVE, (32, 64, 128, 256, 512, 1024),
                 lambda n: f"{n} images", _loader(workers), _epoch, on=("cpu",),
                 note="An epoch in batches of 32 with the transforms above; workers start anew.")
        for workers in (0, 1, 2)
    ),
    Workload("to the GPU, pageable", _SIX, VECTOR, _elements, lambda n, d: (torch.randn(n), d), _to,
             on=("cuda",), copies=False),
    Workload("to the GPU, pinned", _SIX, VECTOR, _elements, _pinned, _to, on=("cuda",),
             copies=False),
    Workload("to the GPU, pinned, non_blocking", _SIX, VECTOR, _elements, _pinned,
             _to_non_blocking, on=("cuda",), copies=False),
    Workload("back to the CPU", _SIX, VECTOR, _elements,
             lambda n, d: (torch.randn(n, device=d), torch.device("cpu")), _to, on=("cuda",),
             copies=False),
)  # fmt: skip
