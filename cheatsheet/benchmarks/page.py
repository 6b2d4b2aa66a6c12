"""The benchmark pages: what was measured, and nothing else."""

from __future__ import annotations

import json
import math
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cheatsheet import catalog, figures
from cheatsheet.benchmarks import results
from cheatsheet.benchmarks.results import Row, Run, read_all, slug

PAGES = catalog.ROOT / "docs" / "benchmarks"
CHARTS = PAGES / "charts"
_RECORD = catalog.ROOT / ".cache" / "benchmarks.json"

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

- A block of calls lasts at least two milliseconds and ends when the device has finished. The figure
  is the median over the rounds, divided by the calls; ± is half the range of the middle half.
- Each call gets the next of many inputs, {footprint} MiB in all, so that large ones do not
  come from the cache. A training step keeps its batch: it reads and writes far more than that.
- The inputs are on the device before the clock starts. *With copies*, they start on the CPU and
  the result goes back there.
- *First call* is the one that compiles. Nothing that an earlier compilation left is used in it.
- *Of its limit*: the limit is measured in the same run, bytes per second by a copy of 128 MiB,
  operations per second by the best of three large matrix products. Caches are faster than memory,
  so a share can be above 100 %. A figure more than a quarter above the best copy of any size, or
  the best product, is an error of the harness and stops the run.

```sh
make bench          # minutes; writes results/benchmarks/<machine>.json
make bench QUICK=1  # under a minute: every third size, nothing compiled
make bench-compare A=first B=second
```

Two machines with different versions of PyTorch differ by more than the machine: the table above
says which one ran. To time code of your own, see
[Time your own code](../timing/index.md).
"""

_NO_GPU = """**No GPU has been measured yet**: the tables show CPU times only. `make bench` on a
machine with a GPU adds its columns; commit the file that it writes.
"""


@dataclass(frozen=True)
class Measured:
    """A run, and its rows by workload and device, then by size."""

    run: Run
    rows: dict[tuple[str, str], dict[int, Row]]

    def of(self, workload: str) -> tuple[dict[int, Row], dict[int, Row]]:
        """Return what was measured of a workload on the CPU and on the GPU."""
        return self.rows.get((workload, "cpu"), {}), self.rows.get((workload, "cuda"), {})


def write_pages() -> bool:
    """Write the pages and charts where the results changed, and tell whether they did.

    Raises:
        ResultsError: A results file is broken.
    """
    folder = Path(__file__).parent
    sources = [*folder.glob("*.py"), Path(figures.__file__), *results.RESULTS.glob("*.json")]
    digest = figures.digest(*(path.read_text(encoding="utf-8") for path in sorted(sources)))
    written = json.loads(_RECORD.read_text()) if _RECORD.exists() else {"digest": "", "files": []}
    if written["digest"] == digest and all((PAGES / file).exists() for file in written["files"]):
        return False
    runs = read_all()
    shutil.rmtree(CHARTS, ignore_errors=True)
    files = list(_write(runs))
    _RECORD.parent.mkdir(parents=True, exist_ok=True)
    _RECORD.write_text(json.dumps({"digest": digest, "files": files}))
    return True


def _write(runs: list[Run]) -> Iterator[str]:
    from cheatsheet.benchmarks.workloads import FOOTPRINT, WORKLOADS

    figures.set_style()
    measured = [_by_workload(run) for run in runs]
    texts = {}
    sections = []
    for group, file in FILES.items():
        members = [workload for workload in WORKLOADS if workload.group == group]
        names = "; ".join(workload.name for workload in members)
        sections.append(f"| [{group}]({file}.md) | {names} |")
        parts = [
            f'---\ntitle: "Benchmarks: {group}"\n'
            f'description: "{group}: {len(members)} PyTorch operations timed by size, CPU and GPU."'
            f"\n---\n\n# {group}\n"
        ]
        for workload in members:
            parts.append(f"\n## {workload.name}\n")
            if workload.note:
                parts.append(f"\n{workload.note}\n")
            chart = CHARTS / f"{slug(workload.name)}.svg"
            if _draw(workload.name, measured, chart):
                yield chart.relative_to(PAGES).as_posix()
                parts.extend(_section(workload.name, measured, chart))
            else:
                parts.append("\nNot measured yet.\n")
        texts[file] = "".join(parts)
    texts["index"] = _INDEX.format(
        missing="" if any(run.machine.gpu for run in runs) else _NO_GPU,
        sections="\n".join(sections),
        machines=_machines(runs),
        footprint=FOOTPRINT // 2**20,
    )
    for name, text in texts.items():
        (PAGES / f"{name}.md").write_text(text, encoding="utf-8")
        yield f"{name}.md"


def _by_workload(run: Run) -> Measured:
    rows: dict[tuple[str, str], dict[int, Row]] = {}
    for row in run.rows:
        rows.setdefault((row.workload, row.device), {})[row.size] = row
    return Measured(run, rows)


def in_words(seconds: float) -> str:
    """Return a time with three digits and a unit."""
    factor, unit = next((f, u) for f, u in _UNITS if seconds >= f or u == "ns")
    return f"{seconds / factor:.3g} {unit}"


def crossover(cpu: dict[int, Row], gpu: dict[int, Row]) -> str:
    """Say from which size on the GPU is faster, without and with the copies."""
    both = sorted(cpu.keys() & gpu.keys())
    said = _from_size_on([(gpu[n].label, cpu[n].median, gpu[n].median) for n in both])
    copies = [(gpu[n].label, cpu[n].median, gpu[n].with_copies or 0.0) for n in both]
    if all(time for *_, time in copies):
        said += f"; with the copies there and back, {_from_size_on(copies)}"
    return f"The GPU is faster {said}."


def _from_size_on(times: list[tuple[str, float, float]]) -> str:
    """Say where the second time is the smaller one, there and at all larger sizes."""
    slower = [position for position, (_, cpu, gpu) in enumerate(times) if gpu >= cpu]
    if not slower:
        return "at every size"
    if slower[-1] == len(times) - 1:
        return "at no size up to the largest"
    return f"from {times[slower[-1] + 1][0]} on"


def _section(name: str, measured: list[Measured], chart: Path) -> Iterator[str]:
    size = figures.size_of(chart)
    yield (
        f'\n<img class="figure plot" src="charts/{chart.name}" width="{size["width"]}" '
        f'height="{size["height"]}" loading="lazy" '
        f'alt="Time by size of {name}, the numbers are in the table below">\n'
    )
    for one in measured:
        cpu, gpu = one.of(name)
        if not (cpu or gpu):
            continue
        machine = one.run.machine
        yield f"\nOn {machine.name}, torch {machine.torch}, {one.run.date}."
        if cpu and gpu:
            yield f" {crossover(cpu, gpu)}"
        yield from _table(cpu, gpu)


def _table(cpu: dict[int, Row], gpu: dict[int, Row]) -> Iterator[str]:
    table: list[dict[str, str]] = []
    for size in sorted(cpu | gpu):
        cells = {"Size": (cpu | gpu)[size].label}
        for device, row in (("CPU", cpu.get(size)), ("GPU", gpu.get(size))):
            if row is not None:
                cells |= _cells(device, row)
        if size in cpu and size in gpu:
            cells["CPU / GPU"] = f"{cpu[size].median / gpu[size].median:.2g}"
        table.append(cells)
    # A column stands where the first row that has it has it.
    columns = list(dict.fromkeys(column for cells in table for column in cells))
    yield "\n\n| " + " | ".join(columns) + " |\n" + "|---" * len(columns) + "|\n"
    for cells in table:
        yield "| " + " | ".join(cells.get(column, "") for column in columns) + " |\n"


def _cells(device: str, row: Row) -> dict[str, str]:
    cells = {device: f"{in_words(row.median)} ± {in_words(row.spread / 2)}"}
    if row.share is not None:
        rate = f"{row.gflop_s:.3g} GFLOP/s" if row.gflop_s else f"{row.gb_s:.3g} GB/s"
        cells[f"{device}, of its limit"] = f"{rate}, {row.share:.0%}"
    if row.with_copies is not None:
        cells[f"{device} with copies"] = in_words(row.with_copies)
    if row.first is not None:
        cells[f"{device}, first call"] = in_words(row.first)
    return cells


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


def _draw(name: str, measured: list[Measured], file: Path) -> bool:
    """Draw the chart of a workload, and tell whether there was anything to draw."""
    curves: list[tuple[str, list[tuple[int, float]]]] = []
    labels: dict[int, str] = {}
    for one in measured:
        for device, by_size in zip(("CPU", "GPU"), one.of(name), strict=True):
            rows = sorted(by_size.items())
            labels |= {size: row.label for size, row in rows}
            line = f"{one.run.machine.name}, {device}"
            curves.append((line, [(size, row.median) for size, row in rows]))
            copies = [(size, row.with_copies) for size, row in rows if row.with_copies]
            curves.append((f"{line} with copies", copies))
    curves = [(label, points) for label, points in curves if points]
    if not curves:
        return False
    from matplotlib import pyplot

    figure, axes = pyplot.subplots()
    for number, (label, points) in enumerate(curves):
        axes.plot(*zip(*points, strict=True), f"{'os^vDP'[number % 6]}-", label=label)
    shown = sorted(labels)[:: math.ceil(len(labels) / 4)]
    axes.set(xscale="log", yscale="log", ylabel="seconds")
    axes.set_xticks(shown, [labels[size] for size in shown])
    axes.minorticks_off()
    axes.legend()
    figures.save_plot(figure, file)
    pyplot.close(figure)
    return True
