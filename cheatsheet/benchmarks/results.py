"""What is kept of a run: a file a machine, checked against its schema."""

from __future__ import annotations

import datetime
import os
import platform
from functools import partial
from pathlib import Path
from typing import Annotated, Literal

import torch
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from cheatsheet import catalog
from cheatsheet.benchmarks.timing import block_of, measure, synchronizer

RESULTS = catalog.ROOT / "docs" / "benchmarks" / "results"

Positive = Annotated[float, Field(gt=0)]
Device = Literal["cpu", "cuda"]

#: How far a figure may lie above the measured limit before it is an error: timings are noisy.
MARGIN = 1.25


class ResultsError(Exception):
    """A results file that cannot be believed or read."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Machine(_Strict):
    """Where a run was made."""

    name: str
    processor: str
    cores: int
    threads: int
    memory_gib: Positive
    gpu: str | None = None
    gpu_memory_gib: Positive | None = None
    driver: str | None = None
    system: str
    python: str
    torch: str


class Limit(_Strict):
    """What a device can do, measured in the same run.

    Attributes:
        copy_gb_s: Bytes read and written by a copy of 128 MiB, in GB/s.
        copy_peak_gb_s: The same for the best size, caches included.
        matmul_gflop_s: By type, the best product of two square matrices, in GFLOP/s.
    """

    copy_gb_s: Positive
    copy_peak_gb_s: Positive
    matmul_gflop_s: dict[str, Positive]


class Row(_Strict):
    """One workload at one size on one device; times in seconds a call."""

    workload: str
    size: int
    label: str
    device: Device
    median: Positive
    spread: Annotated[float, Field(ge=0)]
    rounds: Annotated[int, Field(ge=1)]
    repeat: Annotated[int, Field(ge=1)]
    gflop_s: Positive | None = None
    gb_s: Positive | None = None
    share: Positive | None = None


class Run(_Strict):
    """All of one run on one machine."""

    machine: Machine
    date: datetime.date
    quick: bool
    limits: dict[Device, Limit]
    rows: Annotated[list[Row], Field(min_length=1)]


def read(path: Path) -> Run:
    """Read a results file.

    Raises:
        ResultsError: It does not follow the schema; the message names the file and the field.
    """
    try:
        return Run.model_validate_json(path.read_text(encoding="utf-8"))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "the file"
        raise ResultsError(
            f"{path}: {place}: {first['msg']}. Make it anew with `make bench`, or remove it"
        ) from None


def read_all() -> list[Run]:
    """Read every results file, the newest first.

    Raises:
        ResultsError: One of them is broken.
    """
    runs = [read(path) for path in sorted(RESULTS.glob("*.json"))]
    return sorted(runs, key=lambda run: run.date, reverse=True)


def this_machine(name: str | None = None) -> Machine:
    """Describe this machine; `name` becomes the name of its file."""
    gpu = torch.cuda.get_device_properties(0) if torch.cuda.is_available() else None
    processor = _processor()
    short = gpu.name if gpu is not None else processor
    return Machine(
        name=name or "-".join("".join(c if c.isalnum() else " " for c in short).lower().split()),
        processor=processor,
        cores=os.cpu_count() or 1,
        threads=torch.get_num_threads(),
        memory_gib=round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        gpu=None if gpu is None else gpu.name,
        gpu_memory_gib=None if gpu is None else round(gpu.total_memory / 2**30, 1),
        driver=_driver() if gpu is not None else None,
        system=f"{platform.system()} {platform.machine()}",
        python=platform.python_version(),
        torch=torch.__version__,
    )


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


def _driver() -> str | None:
    version = Path("/proc/driver/nvidia/version")
    words = version.read_text().split() if version.exists() else []
    return next((word for word in words if word.count(".") >= 1 and word[0].isdigit()), None)


def limit_of(device: torch.device, rounds: int) -> Limit:
    """Measure what a device can do: copies and matrix products of several sizes."""
    copies = {}
    for power in (16, 20, 23, 25):
        sources = [torch.randn(2**power, device=device) for _ in range(2)]
        target = torch.empty_like(sources[0])
        calls = [partial(target.copy_, source) for source in sources]
        median = measure(block_of(calls, synchronizer(device)), rounds).median
        copies[power] = 8 * 2**power / median / 1e9
    products = {"float32": _product(device, torch.float32, rounds)}
    products["bfloat16"] = _product(device, torch.bfloat16, rounds)
    if device.type == "cuda":
        torch.backends.cuda.matmul.fp32_precision = "tf32"
        products["tf32"] = _product(device, torch.float32, rounds)
        torch.backends.cuda.matmul.fp32_precision = "ieee"
    return Limit(copy_gb_s=copies[25], copy_peak_gb_s=max(copies.values()), matmul_gflop_s=products)


def _product(device: torch.device, dtype: torch.dtype, rounds: int) -> float:
    best = 0.0
    for size in (256, 1024, 2048) if device.type == "cpu" else (1024, 4096, 8192):
        a, b = (torch.randn(size, size, device=device).to(dtype) for _ in range(2))
        calls = [partial(torch.matmul, a, b)]
        median = measure(block_of(calls, synchronizer(device)), rounds).median
        best = max(best, 2 * size**3 / median / 1e9)
    return best


def with_share(
    row: Row, flops: float | None, traffic: float | None, dtype: str, limit: Limit
) -> Row:
    """Return a row with its rate and its share of the limit.

    Raises:
        ResultsError: The rate is above what the device can do: the harness has not waited for it.
    """
    if flops is None and traffic is None:
        return row
    if flops is not None:
        rate, best = flops / row.median / 1e9, limit.matmul_gflop_s[dtype]
        most, unit, values = best, "GFLOP/s", {"gflop_s": rate}
    else:
        assert traffic is not None
        rate, best = traffic / row.median / 1e9, limit.copy_gb_s
        most, unit, values = limit.copy_peak_gb_s, "GB/s", {"gb_s": rate}
    if rate > MARGIN * most:
        raise ResultsError(
            f"{row.workload}, {row.label}, {row.device}: {rate:.0f} {unit} is above the "
            f"{most:.0f} {unit} that the device can do: the clock was stopped before the work "
            "was done. Does the block synchronize?"
        )
    return row.model_copy(update={**values, "share": rate / best})
