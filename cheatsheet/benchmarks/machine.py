"""The machine that a run is made on: its name, its parts, and what each device can do."""

from __future__ import annotations

import os
import platform
from functools import partial
from pathlib import Path

import torch

from cheatsheet.benchmarks.results import Limit, Machine, slug
from cheatsheet.benchmarks.timing import block_of, measure, precision, synchronizer


def this_machine(name: str | None = None) -> Machine:
    """Describe this machine; `name` becomes the name of its file."""
    gpu = torch.cuda.get_device_properties(0) if torch.cuda.is_available() else None
    processor = _processor()
    short = gpu.name if gpu is not None else processor
    return Machine(
        name=name or slug(short),
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


def _driver(version: Path = Path("/proc/driver/nvidia/version")) -> str | None:
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
        with precision("tf32"):
            products["tf32"] = _product(device, torch.float32, rounds)
    return Limit(copy_gb_s=copies[25], copy_peak_gb_s=max(copies.values()), matmul_gflop_s=products)


def _product(device: torch.device, dtype: torch.dtype, rounds: int) -> float:
    best = 0.0
    for size in (256, 1024, 2048) if device.type == "cpu" else (1024, 4096, 8192):
        a, b = (torch.randn(size, size, device=device).to(dtype) for _ in range(2))
        calls = [partial(torch.matmul, a, b)]
        median = measure(block_of(calls, synchronizer(device)), rounds).median
        best = max(best, 2 * size**3 / median / 1e9)
    return best
