"""What is timed: one table of workloads, each at several sizes."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
from torchvision import models
from torchvision.transforms import v2

from cheatsheet.benchmarks import machine, timing
from cheatsheet.benchmarks.results import Device, Precision
from cheatsheet.benchmarks.timing import Call

#: Bytes over which the inputs of a workload are spread, so that a cache does not hold them.
FOOTPRINT = 256 * 2**20
#: The same of a quick run: to make the inputs takes longer than to time them.
QUICK_FOOTPRINT = FOOTPRINT // 4

Inputs = tuple[Any, ...]
Make = Callable[[int, torch.device], Inputs]


def _nothing(size: int, device: torch.device) -> Inputs:
    return ()


@dataclass(frozen=True)
class Workload:
    """One operation at several sizes.

    Attributes:
        name: What the page calls it.
        group: The section of the page.
        sizes: From tiny to large.
        label: Says a size in words.
        inputs: Makes fresh inputs of a size on a device.
        run: Does the work on what is kept, the inputs and the outputs.
        kept: Makes what all calls share, such as a model.
        out: Makes the tensors that the result is written to, for each of the inputs.
        large: More sizes, which fill a GPU and take a CPU minutes.
        precision: How numbers are multiplied.
        compiled: Whether the first call compiles, so that it has a time of its own.
        copies: Whether it makes sense to copy the inputs to the device and the result back.
        flops: Floating point operations of a call, by size, where that is the limit.
        traffic: Bytes that a call has to read and write, by size, where that is the limit.
        moved: Bytes that a call moves between CPU and GPU, by size.
        on: Where it makes sense: `cpu`, `cuda`.
        cores: How many it needs.
        cudnn_benchmark: Whether cuDNN times its kernels at the first call of each size.
        note: What the reader has to know.
    """

    name: str
    group: str
    sizes: tuple[int, ...]
    label: Callable[[int], str]
    inputs: Make
    run: Callable[..., object]
    kept: Make = _nothing
    out: Make = _nothing
    large: tuple[int, ...] = ()
    precision: Precision = "float32"
    compiled: bool = False
    copies: bool = True
    flops: Callable[[int], float] | None = None
    traffic: Callable[[int], float] | None = None
    moved: Callable[[int], float] | None = None
    on: tuple[Device, ...] = ("cpu", "cuda")
    cores: int = 1
    cudnn_benchmark: bool = False
    note: str = ""

    def sizes_on(self, device: Device, quick: bool = False) -> tuple[int, ...]:
        """Return the sizes for a device: all, or the first, the middle and the last one."""
        every = self.sizes + (self.large if device == "cuda" else ())
        if not quick:
            return every
        return () if self.compiled else (every[0], every[len(every) // 2], every[-1])

    def settings(self) -> AbstractContextManager[None]:
        """Return the settings under which it is made and timed."""
        return timing.settings(self.precision, self.cudnn_benchmark)

    def calls(
        self,
        kept: Inputs,
        size: int,
        device: torch.device,
        most: int = 256,
        footprint: int = FOOTPRINT,
    ) -> list[Call]:
        """Return the work on as many inputs as the footprint asks for, and `most` at most."""
        turn = self._turn(size, device, most, footprint)
        return [partial(self.run, *kept, *inputs, *out) for inputs, out in turn]

    def calls_with_copies(
        self,
        kept: Inputs,
        size: int,
        device: torch.device,
        most: int = 256,
        footprint: int = FOOTPRINT,
    ) -> list[Call]:
        """Return the work with tensors that start on the CPU and a result that ends there.

        Modules, optimizers and outputs lie on the device. The memory of the CPU is pageable.
        """
        cpu = torch.device("cpu")

        def run(inputs: Inputs, out: Inputs) -> object:
            return _moved(self.run(*kept, *_moved(inputs, device), *out), cpu)

        turn = self._turn(size, device, most, footprint)
        return [partial(run, _moved(inputs, cpu), out) for inputs, out in turn]

    def _turn(
        self, size: int, device: torch.device, most: int, footprint: int
    ) -> Iterator[tuple[Inputs, Inputs]]:
        inputs, out = self.inputs(size, device), self.out(size, device)
        yield inputs, out
        weight = sum(map(_weight, (*inputs, *out)))
        count = min(most, footprint // weight) if weight else 1
        for _ in range(count - 1):
            yield self.inputs(size, device), self.out(size, device)


def _weight(x: Any) -> int:
    """Return the bytes that an input brings into the cache; 0 where it is no tensor."""
    if isinstance(x, torch.Tensor):
        return x.nbytes
    if isinstance(x, nn.Module):
        return sum(map(_weight, x.parameters()))
    if isinstance(x, list):
        return sum(map(_weight, x))
    if isinstance(x, Image.Image):
        return x.width * x.height * len(x.getbands())
    if isinstance(x, torch.optim.Optimizer):  # of Adam: the weight, its gradient and two averages
        return 4 * sum(_weight(p) for group in x.param_groups for p in group["params"])
    return 0


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
LARGE_VECTOR = (2**26, 2**28)
MATRIX = (16, 64, 128, 256, 512, 1024, 2048)
BATCH = (1, 4, 16, 32, 64, 128)


def _vectors(count: int) -> Make:
    return lambda n, device: tuple(torch.randn(n, device=device) for _ in range(count))


def _matrices(count: int, dtype: torch.dtype = torch.float32) -> Make:
    return lambda n, device: tuple(torch.randn(n, n, device=device).to(dtype) for _ in range(count))


def _copy_of_transpose(x: torch.Tensor, out: torch.Tensor) -> torch.Tensor:
    return out.copy_(x.permute(1, 0))


#: Rows of the table of an embedding, and the numbers of a row.
_TABLE, _WIDTH = 10_000, 64


def _lookup(n: int, device: torch.device) -> Inputs:
    table = torch.randn(_TABLE, _WIDTH, device=device)
    indices = torch.randint(_TABLE, (n,), device=device)
    return table, 0, indices


def _lookup_traffic(n: int) -> float:
    """Return the bytes of indices, of the rows written, and of the rows that are read.

    A row that is asked for twice is in the cache the second time.
    """
    distinct = _TABLE * (1 - (1 - 1 / _TABLE) ** n)
    return 8 * n + 4 * _WIDTH * (n + distinct)


def _index_select(
    table: torch.Tensor, dim: int, indices: torch.Tensor, out: torch.Tensor
) -> torch.Tensor:
    return torch.index_select(table, dim, indices, out=out)


def _backward(function: Callable[..., torch.Tensor]) -> Callable[..., object]:
    """Return forward and backward of a loss; its first input takes the gradient."""

    def step(x: torch.Tensor, *others: Any) -> object:
        x.grad = None
        loss = function(x, *others)
        loss.backward()
        return loss, x.grad

    return step


def _scores(classes: int) -> Make:
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


def _conv_backward(weight: torch.Tensor, x: torch.Tensor) -> object:
    x.grad = weight.grad = None
    F.conv2d(x, weight, padding=1).sum().backward()
    return weight.grad, x.grad


def _module(make: Callable[[], nn.Module]) -> Make:
    return lambda n, device: (make().to(device).eval(),)


def _input(*shape: int) -> Make:
    return lambda n, device: (torch.randn(n, *shape, device=device),)


@torch.inference_mode()
def _forward(module: nn.Module, x: torch.Tensor) -> object:
    return module(x)


def _optimizer(**options: bool) -> Make:
    def make(layers: int, device: torch.device) -> Inputs:
        parameters = [torch.randn(64, 64, device=device, requires_grad=True) for _ in range(layers)]
        for parameter in parameters:
            parameter.grad = torch.randn_like(parameter)
        optimizer = torch.optim.Adam(parameters, **options)
        optimizer.step()  # makes its averages
        return (optimizer,)

    return make


def _step(optimizer: torch.optim.Optimizer) -> None:
    optimizer.step()


def _lenet() -> nn.Module:
    return nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
        nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10),
    )  # fmt: skip


def _model(
    make: Callable[[], nn.Module],
    channels_last: bool = False,
    compiled: bool = False,
    mode: str | None = None,
) -> Make:
    def kept(n: int, device: torch.device) -> Inputs:
        model = make().to(device)
        if channels_last:
            model = model.to(memory_format=torch.channels_last)
        if compiled:
            model.compile(dynamic=False, mode=mode)
        return model, torch.optim.SGD(model.parameters(), lr=1e-3)

    return kept


def _samples(*shape: int, channels_last: bool = False) -> Make:
    def inputs(n: int, device: torch.device) -> Inputs:
        x = torch.randn(n, *shape, device=device)
        if channels_last:
            x = x.contiguous(memory_format=torch.channels_last)
        return x, torch.randint(10, (n,), device=device)

    return inputs


def _train_step(
    model: nn.Module, optimizer: torch.optim.Optimizer, x: torch.Tensor, y: torch.Tensor
) -> torch.Tensor:
    optimizer.zero_grad()
    loss = F.cross_entropy(model(x), y)
    loss.backward()
    optimizer.step()
    return loss


def _mixed_step(
    model: nn.Module, optimizer: torch.optim.Optimizer, x: torch.Tensor, y: torch.Tensor
) -> torch.Tensor:
    optimizer.zero_grad()
    with torch.autocast(x.device.type, torch.bfloat16):
        loss = F.cross_entropy(model(x), y)
    loss.backward()
    optimizer.step()
    return loss


def _graph(make: Callable[[], nn.Module], *shape: int) -> Make:
    """Return a training step recorded as a CUDA graph, and the tensors that it reads and writes."""

    def kept(n: int, device: torch.device) -> Inputs:
        model, optimizer = _model(make)(n, device)
        x, y = _samples(*shape)(n, device)
        beside = torch.cuda.Stream()
        beside.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(beside):  # what is recorded has been warmed up
            for _ in range(3):
                _train_step(model, optimizer, x, y)
        torch.cuda.current_stream().wait_stream(beside)
        graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(graph):
            loss = _train_step(model, optimizer, x, y)
        return graph, x, y, loss

    return kept


def _replay(
    graph: torch.cuda.CUDAGraph,
    x: torch.Tensor,
    y: torch.Tensor,
    loss: torch.Tensor,
    new_x: torch.Tensor,
    new_y: torch.Tensor,
) -> torch.Tensor:
    x.copy_(new_x)
    y.copy_(new_y)
    graph.replay()
    return loss


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


def _loader(workers: int) -> Make:
    def inputs(n: int, device: torch.device) -> Inputs:
        images = TensorDataset(torch.randint(256, (n, 3, 96, 128), dtype=torch.uint8))
        return (DataLoader(images, 32, num_workers=workers, collate_fn=_prepared),)

    return inputs


def _prepared(samples: list[tuple[torch.Tensor]]) -> torch.Tensor:
    return torch.stack([_PREPARE(image) for (image,) in samples])


def _epoch(loader: DataLoader[Any]) -> int:
    return sum(len(batch) for batch in loader)


def _digits_program(n: int, device: torch.device) -> Inputs:
    digits = load_digits()
    images = torch.from_numpy(digits.images).float().div(16).unsqueeze(1)
    loader = DataLoader(TensorDataset(images, torch.from_numpy(digits.target)), n, shuffle=True)
    model = nn.Sequential(
        nn.Conv2d(1, 32, 3, padding=1), nn.ReLU(), nn.Conv2d(32, 64, 3), nn.ReLU(), nn.Flatten(),
        nn.Linear(64 * 36, 10),
    ).to(device)  # fmt: skip
    return model, torch.optim.SGD(model.parameters(), lr=1e-3), loader, device


#: Batches of an epoch of the program that trains on images.
_STEPS = 4


def _images_program(n: int, device: torch.device) -> Inputs:
    images = torch.randint(256, (_STEPS * n, 3, 96, 128), dtype=torch.uint8)
    loader = DataLoader(
        TensorDataset(images, torch.randint(10, (_STEPS * n,))), n, collate_fn=_prepared_pairs,
        num_workers=min(8, machine.cores()), pin_memory=device.type == "cuda",
        persistent_workers=True,
    )  # fmt: skip
    return *_model(_resnet18)(n, device), loader, device


def _prepared_pairs(samples: list[tuple[torch.Tensor, torch.Tensor]]) -> Inputs:
    images, labels = zip(*samples, strict=True)
    return torch.stack([_PREPARE(image) for image in images]), torch.stack(labels)


def _training_epoch(
    model: nn.Module,
    optimizer: torch.optim.Optimizer,
    loader: DataLoader[Any],
    device: torch.device,
) -> torch.Tensor:
    loss = torch.zeros(())
    for x, y in loader:
        x, y = (part.to(device, non_blocking=True) for part in (x, y))
        loss = _train_step(model, optimizer, x, y)
    return loss


def _attention(dtype: torch.dtype = torch.float32) -> Make:
    return lambda n, device: tuple(
        torch.randn(1, 8, n, 64, device=device).to(dtype) for _ in range(3)
    )


def _pageable(n: int, device: torch.device) -> Inputs:
    return torch.randn(n), torch.empty(n, device=device)


def _pinned(n: int, device: torch.device) -> Inputs:
    return torch.randn(n).pin_memory(), torch.empty(n, device=device)


def _other_way(make: Make) -> Make:
    return lambda n, device: make(n, device)[::-1]


def _copy(source: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    return target.copy_(source)


def _copy_non_blocking(source: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    return target.copy_(source, non_blocking=True)


def _kaiming(n: int, device: torch.device) -> Inputs:
    return (torch.empty(n, n, device=device),)


def _layers(n: int, device: torch.device) -> Inputs:
    return (nn.Sequential(*(nn.Linear(1024, 1024, device=device) for _ in range(n))),)


def _initialise(model: nn.Sequential) -> None:
    for layer in model:
        nn.init.kaiming_normal_(layer.weight)
        nn.init.zeros_(layer.bias)


def _in_tf32(workload: Workload) -> Workload:
    """Return a workload for tensor cores: float32 outside, 10 bits of mantissa in the products."""
    return replace(
        workload, name=f"{workload.name}, tf32", precision="tf32", on=("cuda",), note=_TF32
    )


_ONE = "Elements and memory"
_TWO = "Matrices and layers"
_THREE = "Losses"
_FOUR = "Training"
_FIVE = "Data"
_SIX = "Transfers"
_SEVEN = "Programs"

_NEW_MEMORY = (
    "The result is new memory. On the CPU a large one comes from the system page by page, which "
    "can take longer than the work; the GPU keeps its memory."
)
_TF32 = "Products of float32 with the 10 bits of mantissa that tensor cores take."
_COMPILED = "The model is compiled for each batch size, the step of the optimizer is not."
_GRAPH = "The whole step is one CUDA graph: it is launched once, not kernel by kernel."
_REDUCED = '`torch.compile(mode="reduce-overhead")`: what is compiled is launched as CUDA graphs.'
_ROWS = (16, 256, 1024, 4096, 16384, 65536)
_SMALL = (1, 2, 4, 8, 16, 32)

_MATMUL = Workload(
    "matmul", _TWO, MATRIX, _square, _matrices(2), lambda a, b, out: torch.matmul(a, b, out=out),
    out=_matrices(1), large=(4096, 8192), flops=lambda n: 2 * n**3,
)  # fmt: skip
_BATCHED = Workload(
    "batched matmul", _TWO, MATRIX[:-1], lambda n: f"16 of {_square(n)}",
    lambda n, d: tuple(torch.randn(16, n, n, device=d) for _ in range(2)),
    lambda a, b, out: torch.bmm(a, b, out=out),
    out=lambda n, d: (torch.empty(16, n, n, device=d),), large=(2048,), flops=lambda n: 32 * n**3,
)  # fmt: skip
_LINEAR = Workload(
    "Linear 1024 to 1024", _TWO, (1, 8, 32, 128, 512, 2048), _batch, _input(1024), _forward,
    kept=_module(lambda: nn.Linear(1024, 1024)), large=(16384,), flops=lambda n: 2 * n * 1024**2,
)  # fmt: skip
_CONV = Workload(
    "Conv2d forward", _TWO, BATCH, _batch, _conv,
    lambda x, weight: F.conv2d(x, weight, padding=1), large=(1024,),
    note="32 channels, 32×32 pixels, kernel 3. No limit is given: a convolution may do fewer "
    "multiplications than the formula says.",
)  # fmt: skip
_CONV_STEP = Workload(
    "Conv2d forward and backward", _TWO, BATCH, _batch, _conv_step, _conv_backward, large=(1024,)
)
_LSTM = Workload(
    "LSTM", _TWO, BATCH, _batch, _input(50, 64), _forward,
    kept=_module(lambda: nn.LSTM(64, 128, batch_first=True)), large=(1024,),
    note="50 steps, 64 features, 128 hidden units.",
)  # fmt: skip
_ATTENTION = Workload(
    "attention", _TWO, (16, 64, 128, 256, 512, 1024), lambda n: f"{n} tokens", _attention(),
    F.scaled_dot_product_attention, large=(4096, 16384), flops=lambda n: 4 * 8 * n * n * 64,
    note="8 heads of 64.",
)  # fmt: skip
_LENET = Workload(
    "LeNet training step", _FOUR, BATCH, _batch, _samples(1, 28, 28), _train_step,
    kept=_model(_lenet),
)  # fmt: skip
_RESNET = Workload(
    "ResNet-18 training step", _FOUR, _SMALL, _batch, _samples(3, 64, 64), _train_step,
    kept=_model(_resnet18), large=(256,), note="Images of 3×64×64.",
)  # fmt: skip
_RESNET_224 = Workload(
    "ResNet-18 of 224×224", _FOUR, (1, 2, 4, 8), _batch, _samples(3, 224, 224), _train_step,
    kept=_model(_resnet18), large=(32, 128, 256), note="A training step.",
)  # fmt: skip
_RESNET_MIXED = replace(
    _RESNET_224, name="ResNet-18 of 224×224, bfloat16, channels_last", run=_mixed_step,
    inputs=_samples(3, 224, 224, channels_last=True), kept=_model(_resnet18, channels_last=True),
    precision="bfloat16",
)  # fmt: skip

WORKLOADS: tuple[Workload, ...] = (
    Workload(
        "add", _ONE, VECTOR, _elements, _vectors(2), torch.add, large=LARGE_VECTOR,
        traffic=lambda n: 12 * n, note=f"{_NEW_MEMORY} Compare with the next.",
    ),
    Workload(
        "add with out=", _ONE, VECTOR, _elements, _vectors(2),
        lambda a, b, out: torch.add(a, b, out=out), out=_vectors(1), large=LARGE_VECTOR,
        traffic=lambda n: 12 * n,
    ),
    Workload(
        "gelu with out=", _ONE, VECTOR, _elements, _vectors(1),
        lambda x, out: F.gelu(x, out=out),  # type: ignore[call-arg]
        out=_vectors(1), large=LARGE_VECTOR, traffic=lambda n: 8 * n,
    ),
    Workload(
        "sum", _ONE, VECTOR, _elements, _vectors(1), torch.sum, large=LARGE_VECTOR,
        traffic=lambda n: 4 * n,
    ),
    Workload(
        "softmax with out=", _ONE, MATRIX, _square, _matrices(1),
        lambda x, out: torch.softmax(x, 1, out=out), out=_matrices(1), large=(8192,),
        traffic=lambda n: 8 * n * n,
    ),
    Workload(
        "squeeze", _ONE, VECTOR, _elements, lambda n, d: (torch.randn(1, n, device=d), 0),
        torch.squeeze, note="A view: no element is read, so the time does not grow with the size.",
    ),
    Workload(
        "permute and copy_", _ONE, MATRIX, _square, _matrices(1), _copy_of_transpose,
        out=_matrices(1), large=(8192,), traffic=lambda n: 8 * n * n,
    ),
    Workload(
        "cat with out=", _ONE, VECTOR, _elements, _vectors(2),
        lambda a, b, out: torch.cat([a, b], out=out),
        out=lambda n, d: (torch.empty(2 * n, device=d),), large=LARGE_VECTOR,
        traffic=lambda n: 16 * n,
    ),
    Workload(
        "topk", _ONE, VECTOR, _elements, _vectors(1), lambda x: x.topk(10), large=LARGE_VECTOR
    ),
    Workload("sort", _ONE, VECTOR[:-1], _elements, _vectors(1), torch.sort, large=LARGE_VECTOR),
    Workload(
        "index_select with out=", _ONE, (32, *VECTOR[:-2]),
        lambda n: f"{_numbers(n)} rows of {_WIDTH}", _lookup, _index_select,
        out=lambda n, d: (torch.empty(n, _WIDTH, device=d),), traffic=_lookup_traffic,
        copies=False,
        note=f"What an embedding does: rows of a table of {_TABLE} are read where they are asked "
        "for first.",
    ),
    _MATMUL,
    _in_tf32(_MATMUL),
    replace(
        _MATMUL, name="matmul, bfloat16", inputs=_matrices(2, torch.bfloat16),
        out=_matrices(1, torch.bfloat16), precision="bfloat16",
    ),
    _BATCHED,
    _in_tf32(_BATCHED),
    _LINEAR,
    _in_tf32(_LINEAR),
    _CONV,
    _in_tf32(_CONV),
    _CONV_STEP,
    _in_tf32(_CONV_STEP),
    Workload(
        "BatchNorm2d", _TWO, BATCH, _batch, _input(32, 32, 32), _forward,
        kept=_module(lambda: nn.BatchNorm2d(32)), large=(1024,), note=_NEW_MEMORY,
    ),
    _LSTM,
    _in_tf32(_LSTM),
    _ATTENTION,
    replace(
        _ATTENTION, name="attention, bfloat16", inputs=_attention(torch.bfloat16),
        precision="bfloat16",
    ),
    Workload("MSELoss", _THREE, _ROWS, _batch, _pair, _backward(F.mse_loss)),
    Workload("CrossEntropyLoss", _THREE, _ROWS, _batch, _scores(100), _backward(F.cross_entropy)),
    Workload("BCEWithLogitsLoss", _THREE, _ROWS, _batch, _pair,
             _backward(F.binary_cross_entropy_with_logits)),
    Workload("TripletMarginLoss", _THREE, _ROWS, _batch, _triplet,
             _backward(F.triplet_margin_loss)),
    Workload("CTCLoss", _THREE, BATCH, _batch, _ctc, _backward(F.ctc_loss)),
    *(
        Workload(f"Adam, {name}", _FOUR, (1, 4, 16, 64, 128, 256), lambda n: f"{n} of 64×64",
                 _optimizer(**options), _step, copies=False)
        for name, options in (
            ("for-loop", {"foreach": False}), ("foreach", {"foreach": True}),
            ("fused", {"fused": True}),
        )
    ),
    Workload("kaiming_normal_", _FOUR, MATRIX, _square, _kaiming, nn.init.kaiming_normal_,
             copies=False),
    Workload("init of a model", _FOUR, (1, 2, 4, 8, 16, 32, 64), lambda n: f"{n} Mi weights",
             _layers, _initialise, copies=False,
             note="Linear layers of 1024×1024: kaiming_normal_ for the weights, zeros_ for the "
             "biases, where they lie. A model made on the GPU need not be copied there."),
    _LENET,
    replace(_LENET, name="LeNet, torch.compile", kept=_model(_lenet, compiled=True),
            compiled=True, note=_COMPILED),
    replace(_LENET, name="LeNet, reduce-overhead", on=("cuda",), compiled=True, note=_REDUCED,
            kept=_model(_lenet, compiled=True, mode="reduce-overhead")),
    replace(_LENET, name="LeNet, CUDA graph", run=_replay, kept=_graph(_lenet, 1, 28, 28),
            on=("cuda",), note=_GRAPH),
    _RESNET,
    _in_tf32(_RESNET),
    replace(_RESNET, name="ResNet-18, channels_last",
            inputs=_samples(3, 64, 64, channels_last=True),
            kept=_model(_resnet18, channels_last=True)),
    replace(_RESNET, name="ResNet-18, bfloat16", run=_mixed_step, precision="bfloat16"),
    replace(_RESNET, name="ResNet-18, torch.compile", kept=_model(_resnet18, compiled=True),
            sizes=(1, 8, 32), compiled=True, note=_COMPILED),
    replace(_RESNET, name="ResNet-18, CUDA graph", run=_replay, kept=_graph(_resnet18, 3, 64, 64),
            on=("cuda",), note=_GRAPH),
    _RESNET_224,
    _in_tf32(_RESNET_224),
    replace(_in_tf32(_RESNET_224), name="ResNet-18 of 224×224, tf32, cudnn.benchmark",
            cudnn_benchmark=True, note="cuDNN times its kernels at the first call and keeps the "
            "fastest."),
    _RESNET_MIXED,
    replace(_RESNET_MIXED, name=f"{_RESNET_MIXED.name}, torch.compile", sizes=(1, 8),
            large=(64, 256), compiled=True, note=_COMPILED,
            kept=_model(_resnet18, channels_last=True, compiled=True)),
    replace(_RESNET_MIXED, name=f"{_RESNET_MIXED.name}, reduce-overhead", sizes=(1, 8),
            large=(64, 256), compiled=True, on=("cuda",), note=_REDUCED,
            kept=_model(_resnet18, channels_last=True, compiled=True, mode="reduce-overhead")),
    Workload("transforms.v2 on tensors", _FIVE, BATCH, _batch, _images, _PREPARE, large=(1024,),
             note="Resize to 64, crop 56, to float, normalise, from 96×128."),
    Workload("transforms.v2 on PIL images", _FIVE, BATCH, _batch, _pil_images, _prepare_pil,
             on=("cpu",), note="The same on Pillow images, one by one."),
    Workload("torch.save and load", _FIVE, VECTOR, _elements, _vectors(1), _save_and_load,
             on=("cpu",), note="In memory, so the disk is left out."),
    *(
        Workload(f"DataLoader, num_workers={workers}", _FIVE, (32, 64, 128, 256, 512, 1024),
                 lambda n: f"{n} images", _loader(workers), _epoch, on=("cpu",), cores=workers,
                 note="An epoch in batches of 32 with the transforms above; workers start anew.")
        for workers in (0, 1, 2, 4, 8, 16, 32, 64)
    ),
    *(
        Workload(name, _SIX, VECTOR, _elements, make, run, on=("cuda",), copies=False,
                 large=LARGE_VECTOR, moved=lambda n: 4 * n)
        for name, make, run in (
            ("to the GPU, pageable", _pageable, _copy),
            ("to the GPU, pinned", _pinned, _copy),
            ("to the GPU, pinned, non_blocking", _pinned, _copy_non_blocking),
            ("back to the CPU, pageable", _other_way(_pageable), _copy),
            ("back to the CPU, pinned", _other_way(_pinned), _copy),
            ("back to the CPU, pinned, non_blocking", _other_way(_pinned), _copy_non_blocking),
        )
    ),
    Workload("epoch of the digits", _SEVEN, (8, 16, 32, 64, 128, 256, 1024), _batch,
             _nothing, _training_epoch, kept=_digits_program, copies=False,
             note="1797 images of 8×8 from a DataLoader, two convolutions and a linear layer; each "
             "batch is moved to the device."),
    Workload("ResNet-18 with its DataLoader", _SEVEN, (1, 2, 4, 8, 16), _batch, _nothing,
             _training_epoch, kept=_images_program, copies=False, large=(64, 256),
             note=f"An epoch of {_STEPS} batches: images of 96×128 are resized and cropped to "
             "56×56 by as many workers as the process has cores, 8 at most, and moved to the "
             "device, from pinned memory where that is a GPU."),
)  # fmt: skip
