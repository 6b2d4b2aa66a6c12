"""The benchmark pages: what was measured, and nothing else."""

from __future__ import annotations

import math
import shutil
from collections.abc import Iterator
from pathlib import Path

from cheatsheet import catalog
from cheatsheet.benchmarks.results import Row, Run, read_all

PAGES = catalog.ROOT / "docs" / "benchmarks"
CHARTS = PAGES / "charts"

#: File of each section, in the order of the navigation.
FILES = {
    "Elements and memory": "elements",
    "Matrices and layers": "matrices",
    "Losses": "losses",
    "Training": "training",
    "Data": "data",
    "Transfers": "transfers",
}

_UNITS = ((1.0, "s"), (1e-3, "ms"), (1e-6, "µs"), (1e-9, "ns"))

_INDEX = """---
title: Benchmarks
description: "CPU against GPU: measured times of PyTorch operations by size, and how to time yours."
---

# Benchmarks

Is it worth the GPU? Times by size for each operation, with the limit of the machine beside
them. Every figure was measured by `make bench`; nothing is estimated.

{missing}
| Section | What is timed |
|---|---|
{sections}

## Machines

{machines}

## How it is timed

A block of calls lasts at least two milliseconds and ends when the device has finished; the
figure is the median over the rounds, divided by the calls. Each call gets the next of many
inputs, {footprint} MiB in all, so that large ones do not come from the cache. The limit is measured
in the same run: bytes per second by a copy of 128 MiB, operations per second by the best of three
large matrix products. A share above 100 % comes from the caches, which are
faster than memory. A figure more than a quarter above the best copy of any size, or the best
product, is an error of the harness and stops the run. Transfers are timed on
their own; the other operations find their inputs on the device.

```console
make bench          # minutes; writes docs/benchmarks/results/<machine>.json
make bench QUICK=1  # under a minute, every third size
make bench-compare A=first B=second
```

Two machines with different versions of PyTorch differ by more than the machine: the table above
says which one ran. To time code of your own, see
[Time your own code](../timing/index.md).
"""

_NO_GPU = """**No GPU has been measured yet**: the tables show CPU times only. `make bench` on a
machine with a GPU adds its columns; commit the file that it writes.
"""


def write_pages() -> bool:
    """Write the pages and charts from the results, and tell whether anything changed.

    Raises:
        ResultsError: A results file is broken.
    """
    from cheatsheet.benchmarks.workloads import FOOTPRINT, WORKLOADS

    runs = read_all()
    CHARTS.mkdir(parents=True, exist_ok=True)
    texts = {}
    groups = dict.fromkeys(workload.group for workload in WORKLOADS)
    sections = []
    for group in groups:
        members = [workload for workload in WORKLOADS if workload.group == group]
        names = ", ".join(workload.name for workload in members)
        sections.append(f"| [{group}]({FILES[group]}.md) | {names} |")
        parts = [
            f'---\ntitle: "Benchmarks: {group}"\n'
            f'description: "{group}: {len(members)} PyTorch operations timed by size, CPU and GPU."'
            f"\n---\n\n# {group}\n"
        ]
        for workload in members:
            parts.append(f"\n## {workload.name}\n")
            if workload.note:
                parts.append(f"\n{workload.note}\n")
            parts.extend(_section(workload.name, runs))
        texts[FILES[group]] = "".join(parts)
    texts["index"] = _INDEX.format(
        missing="" if any(run.machine.gpu for run in runs) else _NO_GPU,
        sections="\n".join(sections),
        machines=_machines(runs),
        footprint=FOOTPRINT // 2**20,
    )
    changed = False
    for name, text in texts.items():
        path = PAGES / f"{name}.md"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed = True
    if changed:
        shutil.rmtree(CHARTS)
        for workload in WORKLOADS:
            _draw(workload.name, runs)
    return changed


def in_words(seconds: float) -> str:
    """Return a time with three digits and a unit."""
    factor, unit = next((f, u) for f, u in _UNITS if seconds >= f or u == "ns")
    return f"{seconds / factor:.3g} {unit}"


def crossover(cpu: dict[int, Row], gpu: dict[int, Row]) -> str:
    """Say from which size on the GPU is faster, at that size and at all larger ones."""
    sizes = sorted(cpu.keys() & gpu.keys())
    faster = [size for size in sizes if gpu[size].median < cpu[size].median]
    for position, size in enumerate(sizes):
        if sizes[position:] == [s for s in faster if s >= size]:
            where = "at every size" if position == 0 else f"from {gpu[size].label} on"
            return f"The GPU is faster {where}."
    return "The CPU is faster at the largest size measured."


def _slug(name: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in name).lower().split())


def _rows(run: Run, workload: str, device: str) -> dict[int, Row]:
    return {r.size: r for r in run.rows if r.workload == workload and r.device == device}


def _section(name: str, runs: list[Run]) -> Iterator[str]:
    measured = [run for run in runs if any(row.workload == name for row in run.rows)]
    if not measured:
        yield "\nNot measured yet.\n"
        return
    yield (
        f'\n<img class="figure plot" src="charts/{_slug(name)}.svg" width="538" height="250" '
        f'loading="lazy" alt="Time by size of {name}, the numbers are in the table below">\n'
    )
    for run in measured:
        cpu, gpu = (_rows(run, name, device) for device in ("cpu", "cuda"))
        yield f"\nOn {run.machine.name}, torch {run.machine.torch}, {run.date}."
        if cpu and gpu:
            yield f" {crossover(cpu, gpu)}"
        yield "\n\n| Size |" + (" CPU | of the limit |" if cpu else "")
        yield (" GPU | of the limit |" if gpu else "") + (" CPU / GPU |" if cpu and gpu else "")
        columns = 1 + 2 * bool(cpu) + 2 * bool(gpu) + bool(cpu and gpu)
        yield "\n" + "|---" * columns + "|\n"
        for size in sorted(cpu | gpu):
            cells = [(cpu | gpu)[size].label]
            for rows in filter(None, (cpu, gpu)):
                cells += _cells(rows.get(size))
            if cpu and gpu:
                both = size in cpu and size in gpu
                cells.append(f"{cpu[size].median / gpu[size].median:.2g}" if both else "")
            yield "| " + " | ".join(cells) + " |\n"


def _cells(row: Row | None) -> list[str]:
    if row is None:
        return ["", ""]
    limit = ""
    if row.share is not None:
        rate = f"{row.gflop_s:.3g} GFLOP/s" if row.gflop_s else f"{row.gb_s:.3g} GB/s"
        limit = f"{rate}, {row.share:.0%}"
    return [f"{in_words(row.median)} ± {in_words(row.spread / 2)}", limit]


def _machines(runs: list[Run]) -> str:
    if not runs:
        return "None has been measured yet: `make bench` adds yours.\n"
    lines = ["| Machine | Processor | GPU | torch | Threads | Date | Limits |", "|---" * 7 + "|"]
    for run in runs:
        m = run.machine
        gpu = f"{m.gpu}, {m.gpu_memory_gib:g} GiB, driver {m.driver}" if m.gpu else "none"
        limits = "; ".join(
            f"{device}: {limit.copy_gb_s:.3g} GB/s, "
            + ", ".join(f"{name} {rate:.3g} GFLOP/s" for name, rate in limit.matmul_gflop_s.items())
            for device, limit in run.limits.items()
        )
        quick = " (quick)" if run.quick else ""
        lines.append(
            f"| {m.name} | {m.processor}, {m.cores} cores, {m.memory_gib:g} GiB | {gpu} "
            f"| {m.torch} | {m.threads} | {run.date}{quick} | {limits} |"
        )
    return "\n".join(lines) + "\n"


def _draw(name: str, runs: list[Run]) -> Path | None:
    import matplotlib

    matplotlib.use("svg")
    from matplotlib import pyplot

    from cheatsheet.figures import STYLE

    curves = [
        (f"{run.machine.name}, {'GPU' if device == 'cuda' else 'CPU'}", rows)
        for run in runs
        for device in ("cpu", "cuda")
        if (rows := _rows(run, name, device))
    ]
    if not curves:
        return None
    CHARTS.mkdir(parents=True, exist_ok=True)
    path = CHARTS / f"{_slug(name)}.svg"
    with pyplot.rc_context(STYLE):
        figure, axes = pyplot.subplots(figsize=(5.6, 2.6))
        for number, (label, rows) in enumerate(curves):
            sizes = sorted(rows)
            marker = "os^vDP"[number % 6]
            axes.plot(sizes, [rows[size].median for size in sizes], f"{marker}-", label=label)
        labels = {row.size: row.label for _, rows in curves for row in rows.values()}
        axes.set(xscale="log", yscale="log", ylabel="seconds")
        shown = sorted(labels)
        step = math.ceil(len(shown) / 4)
        axes.set_xticks(shown[::step], [labels[size] for size in shown[::step]])
        axes.minorticks_off()
        axes.legend()
        figure.savefig(path, transparent=True, metadata={"Date": None})
        pyplot.close(figure)
    return path
