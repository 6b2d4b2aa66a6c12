"""The machine that a run is made on: its name, its parts, and what each device can do."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import joblib
import torch

from cheatsheet.benchmarks.results import Limit, Machine, Precision, slug
from cheatsheet.benchmarks.timing import FULL, Call, Stopwatch, settings, synchronizer


def this_machine(name: str | None = None) -> Machine:
    """Describe this machine; `name` becomes the name of its file."""
    gpu = torch.cuda.get_device_properties(0) if torch.cuda.is_available() else None
    processor = _processor()
    short = gpu.name if gpu is not None else processor
    return Machine(
        name=slug(name or short),
        processor=processor,
        cores=cores(),
        threads=torch.get_num_threads(),
        memory_gib=round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        gpu=None if gpu is None else gpu.name,
        gpu_memory_gib=None if gpu is None else round(gpu.total_memory / 2**30, 1),
        driver=_driver() if gpu is not None else None,
        system=f"{platform.system()} {platform.machine()}",
        python=platform.python_version(),
        torch=torch.__version__,
    )


def cores() -> int:
    """Return how many cores the process may use, by its affinity and its cgroup."""
    return int(joblib.cpu_count())


def devices() -> list[torch.device]:
    """Return the CPU, and the GPU where there is one."""
    return [torch.device("cpu"), *([torch.device("cuda")] if torch.cuda.is_available() else [])]


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


def clock_mhz(device: torch.device, system: Path = Path("/")) -> float | None:
    """Return the clock of a device now, of the fastest core; None where it cannot be read."""
    if device.type == "cuda":
        return _gpu_mhz()
    scaling = system.glob("sys/devices/system/cpu/cpu[0-9]*/cpufreq/scaling_cur_freq")
    readings = [int(path.read_text()) / 1000 for path in scaling]
    info = system / "proc" / "cpuinfo"
    if not readings and info.exists():
        lines = info.read_text().splitlines()
        readings = [float(line.split(":")[1]) for line in lines if line.startswith("cpu MHz")]
    return max(readings, default=None)


def _gpu_mhz() -> float | None:
    if not shutil.which("nvidia-smi"):
        return None
    command = ["nvidia-smi", "--query-gpu=clocks.sm", "--format=csv,noheader,nounits", "-i", "0"]
    said = subprocess.run(command, capture_output=True, text=True).stdout.strip()
    return float(said) if said.isdigit() else None


def limit_of(device: torch.device) -> Limit:
    """Measure what a device can do: memory and cache by tensors of all sizes, and products."""
    memory = max(_rates(device, 2**26))
    cache = max(rate for power in range(12, 26, 2) for rate in _rates(device, 2**power))
    precisions: list[Precision] = ["float32", "bfloat16"]
    if device.type == "cuda":
        precisions.append("tf32")
    products = {precision: _product(device, precision) for precision in precisions}
    return Limit(memory_gb_s=memory, cache_gb_s=max(memory, cache), matmul_gflop_s=products)


def _rates(device: torch.device, size: int) -> list[float]:
    """Return the GB/s of a copy, an addition and a sum of one set of tensors of a size."""
    a, b, target = (torch.randn(size, device=device) for _ in range(3))
    kinds: list[tuple[int, Callable[[], object]]] = [
        (8, partial(target.copy_, a)),
        (12, partial(torch.add, a, b, out=target)),
        (4, partial(torch.sum, a)),
    ]
    return [bytes_each * size / _fastest(call, device) / 1e9 for bytes_each, call in kinds]


def _product(device: torch.device, precision: Precision) -> float:
    """Return the GFLOP/s of the best product of square matrices."""
    dtype = torch.bfloat16 if precision == "bfloat16" else torch.float32
    best = 0.0
    with settings(precision):
        for size in (256, 1024, 2048) if device.type == "cpu" else (1024, 2048, 4096, 8192):
            a, b, out = (torch.randn(size, size, device=device).to(dtype) for _ in range(3))
            seconds = _fastest(partial(torch.matmul, a, b, out=out), device)
            best = max(best, 2 * size**3 / seconds / 1e9)
    return best


def _fastest(call: Call, device: torch.device) -> float:
    """Return the seconds of the fastest round: a limit is what can be reached."""
    watch = Stopwatch([call], synchronizer(device))
    watch.warm_up()
    repeat = watch.sized()
    return min(watch.blocks(repeat, FULL)) / repeat
