"""The benchmark pages: what was measured, and nothing else."""

from __future__ import annotations

import json
import math
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cheatsheet import catalog, figures
from cheatsheet.benchmarks import results
from cheatsheet.benchmarks.results import (
    AGREES,
    LOOKS,
    MARGIN,
    MOST,
    QUICK_LOOKS,
    Row,
    Run,
    read_all,
    slug,
)
from cheatsheet.benchmarks.tables import NO_BREAK, in_full, in_words

if TYPE_CHECKING:
    from cheatsheet.benchmarks.workloads import Workload

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
    "Programs": "programs",
}

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

{crossovers}
## Your own step

Write a function that takes a device, makes what the step needs there, and returns the step:

```python
import torch
from torch import nn


def training(device):
    model = nn.Linear(512, 512).to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    x = torch.randn(256, 512, device=device)

    def step():
        optimizer.zero_grad()
        model(x).square().mean().backward()
        optimizer.step()

    return step
```

```sh
cheatsheet bench step.py:training   # on the CPU, and on the GPU if there is one
```

[Time your own code](../timing/index.md) shows how to do it by hand.

## Machines

{machines}

## Send yours

```sh
make bench                            # writes results/benchmarks/<machine>.json
cheatsheet bench-check <machine>      # names what is missing, refused, or cannot be
make bench-compare A=first B=second   # two machines side by side
```

That one file is all there is to send: commit it, and the pages show it beside the others. A run
that was cut off goes on where it ended. `make bench PART=losses` adds a part; `AGAIN=1` measures
anew what is there, and so does another version of PyTorch. `QUICK=1` takes three sizes of each and
compiles nothing.

## How it is timed

- A block of calls lasts at least {block:g} milliseconds and ends when the device has finished.
  The figure is the median over the blocks, divided by the calls; ± is half the range of the middle
  half.
- A run looks at each row {looks} times and the fastest look counts: what else runs on a machine
  makes it slower, never faster. The looks are minutes apart where all is measured, as all rows are
  looked at before one is looked at again. A quick run takes {quick_looks} shorter looks.
- A row of which no second look comes within {agrees:.0%} of the fastest is looked at again, up to
  {most} times as often; *not steady* stands where that did not help.
- {warm_up:g} milliseconds of work come first, so that the clock has risen. One device follows the
  other.
- Each call gets the next of many inputs, {footprint} MiB in all, so that large ones do not
  come from the cache; {quick_footprint} MiB in a quick run. Outputs are in turn as well.
- The inputs are on the device before the clock starts. *With copies*, they start in pageable memory
  of the CPU and the result goes back there: of a loss, the loss and the gradient.
- *One call* is a call and the wait for its end. *CPU blocked* is the part of it until the call
  returns; `non_blocking` changes this part.
- *First call* is the one that compiles, in the first look. Nothing that an earlier compilation left
  is used in it; the other looks use what it compiled.
- float32 is computed as float32, in cuBLAS and in cuDNN. What uses TensorFloat32 is named tf32.
- *Of its limit*: the limit is measured in each look, once in a quick run, and the best one counts:
  bytes per second by the best of a copy, an addition and a sum in memory, operations per second by
  the best product of two matrices. Caches are faster than memory, so a share can be above 100 %.
  A figure more than {margin:.0%} above the best rate at any size is refused, by name, and has no
  row.

Two machines with different versions of PyTorch differ by more than the machine: the table above
says which one ran.
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

    @property
    def name(self) -> str:
        """The name of the machine."""
        return self.run.machine.name


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
    PAGES.mkdir(parents=True, exist_ok=True)
    files = list(_write([_by_workload(run) for run in runs]))
    _RECORD.parent.mkdir(parents=True, exist_ok=True)
    _RECORD.write_text(json.dumps({"digest": digest, "files": files}))
    return True


def _write(measured: list[Measured]) -> Iterator[str]:
    from cheatsheet.benchmarks.timing import BLOCK, WARM_UP
    from cheatsheet.benchmarks.workloads import FOOTPRINT, QUICK_FOOTPRINT, WORKLOADS

    figures.set_style()
    texts = {}
    sections = []
    for group, file in FILES.items():
        members = [workload for workload in WORKLOADS if workload.group == group]
        sections.append(f"| [{group}]({file}.md) | {'; '.join(w.name for w in members)} |")
        texts[file] = _head(group, len(members)) + _crossovers(members, measured, lambda w: "")
        for workload in members:
            chart = CHARTS / f"{slug(workload.name)}.svg"
            drawn = _draw(workload.name, measured, chart)
            texts[file] += "".join(_section(workload, measured, chart if drawn else None))
            if drawn:
                yield chart.relative_to(PAGES).as_posix()
    texts["index"] = _INDEX.format(
        missing="" if any(one.run.machine.gpu for one in measured) else _NO_GPU,
        sections="\n".join(sections),
        crossovers=_crossovers(WORKLOADS, measured, lambda w: f"{FILES[w.group]}.md"),
        machines=_machines([one.run for one in measured]),
        footprint=FOOTPRINT // 2**20,
        quick_footprint=QUICK_FOOTPRINT // 2**20,
        block=1000 * BLOCK,
        looks=LOOKS,
        most=MOST,
        quick_looks=QUICK_LOOKS,
        agrees=AGREES,
        warm_up=1000 * WARM_UP,
        margin=MARGIN - 1,
    )
    for name, text in texts.items():
        (PAGES / f"{name}.md").write_text(text, encoding="utf-8")
        yield f"{name}.md"


def _head(group: str, count: int) -> str:
    return (
        f'---\ntitle: "Benchmarks: {group}"\n'
        f'description: "{group}: {count} PyTorch operations timed by size, CPU and GPU."'
        f"\n---\n\n# {group}\n"
    )


def _by_workload(run: Run) -> Measured:
    rows: dict[tuple[str, str], dict[int, Row]] = {}
    for row in run.rows:
        rows.setdefault((row.workload, row.device), {})[row.size] = row
    return Measured(run, rows)


#: What can be asked of the GPU, and the time that answers it.
_ASKED: dict[str, Callable[[Row], float | None]] = {
    "it stays on the GPU": lambda row: row.median,
    "it is copied there and back": lambda row: row.with_copies,
    "each call is waited for": lambda row: row.latency,
}


def crossover(cpu: dict[int, Row], gpu: dict[int, Row]) -> dict[str, str]:
    """Say from which size on the GPU is faster, for each of `_ASKED` that was measured."""
    said = {}
    for case, time in _ASKED.items():
        both = [(cpu[n], time(gpu[n])) for n in sorted(cpu.keys() & gpu.keys())]
        times = [(row.label, row.median, seconds) for row, seconds in both if seconds]
        if times and len(times) == len(both):
            said[case] = _from_size_on(times)
    return said


def in_a_sentence(said: dict[str, str]) -> str:
    """Return what `crossover` says in one sentence."""
    return f"The GPU is faster {'; '.join(f'{size} where {case}' for case, size in said.items())}."


def _from_size_on(times: list[tuple[str, float, float]]) -> str:
    """Say where the second time is the smaller one, there and at all larger sizes."""
    slower = [position for position, (_, cpu, gpu) in enumerate(times) if gpu >= cpu]
    if not slower:
        return "at every size"
    if slower[-1] == len(times) - 1:
        return "at no size up to the largest"
    return f"from {times[slower[-1] + 1][0]} on"


def _crossovers(
    workloads: Sequence[Workload], measured: list[Measured], page_of: Callable[[Workload], str]
) -> str:
    """Return a table of the sizes from which on the GPU of each machine is faster."""
    rows = []
    for workload in workloads:
        for one in measured:
            if said := crossover(*one.of(workload.name)):
                link = f"[{workload.name}]({page_of(workload)}#{slug(workload.name)})"
                first = {"What": link, "Machine": one.name}
                rows.append(first | {f"Where {case}": size for case, size in said.items()})
    if not rows:
        return ""
    return "\n## From which size on the GPU is faster\n" + "".join(_table(rows)) + "\n"


def _section(workload: Workload, measured: list[Measured], chart: Path | None) -> Iterator[str]:
    yield f"\n## {workload.name} {{ #{slug(workload.name)} }}\n"
    yield f"\n{workload.note} Computed in {workload.precision}.\n".replace("\n ", "\n")
    if chart is None:
        yield "\nNot measured yet.\n"
        return
    size = figures.size_of(chart)
    yield (
        f'\n<img class="figure plot" src="charts/{chart.name}" width="{size["width"]}" '
        f'height="{size["height"]}" loading="lazy" '
        f'alt="Time by size of {workload.name}, the numbers are in the table below">\n'
    )
    there = [one for one in measured if any(one.of(workload.name))]
    for one in there:
        yield f"\n{_when(one)}"
        if said := crossover(*one.of(workload.name)):
            yield f" {in_a_sentence(said)}"
        yield "".join(_refusals(workload, one)) + "\n"
    if len(there) == 1:
        yield from _table(_of_machine(*there[0].of(workload.name)))
        return
    yield from _table(_side_by_side(workload, there))
    for one in there:
        yield f'\n<details markdown="1"><summary>{one.name}: all that was measured</summary>\n'
        yield from _table(_of_machine(*one.of(workload.name)))
        yield "\n</details>\n"


def _when(one: Measured) -> str:
    first, last = one.run.dates
    days = f"{first}" if first == last else f"{first} to {last}"
    return f"On {one.name}, torch {one.run.machine.torch}, {days}."


def _refusals(workload: Workload, one: Measured) -> Iterator[str]:
    for row in one.run.refused:
        if row.workload == workload.name:
            yield f" No figure for {row.label} on the {_DEVICES[row.device]}: {row.why}."


_DEVICES = {"cpu": "CPU", "cuda": "GPU"}


def _of_machine(cpu: dict[int, Row], gpu: dict[int, Row]) -> list[dict[str, str]]:
    """Return the cells of one machine: a row a size."""
    rows: list[dict[str, str]] = []
    for size in sorted(cpu | gpu):
        cells = {"Size": (cpu | gpu)[size].label}
        for device, row in (("CPU", cpu.get(size)), ("GPU", gpu.get(size))):
            if row is not None:
                cells |= _cells(device, row)
        if size in cpu and size in gpu:
            cells["CPU / GPU"] = _ratio(cpu[size], gpu[size])
        rows.append(cells)
    return rows


def _ratio(cpu: Row, gpu: Row) -> str:
    return f"{cpu.median / gpu.median:.2g}"


def _cells(device: str, row: Row) -> dict[str, str]:
    cells = {device: in_full(row)}
    if row.gflop_s or row.gb_s:
        number, unit = (row.gflop_s, "GFLOP/s") if row.gflop_s else (row.gb_s, "GB/s")
        rate = f"{number:.3g}{NO_BREAK}{unit}"
        if row.share is None:
            cells[f"{device}, rate"] = rate
        else:
            cells[f"{device}, of its limit"] = f"{rate}, {row.share:.0%}"
    others = {
        f"{device}, one call": row.latency,
        "CPU blocked": row.blocked,
        f"{device} with copies": row.with_copies,
        f"{device}, first call": row.first,
    }
    return cells | {name: in_words(seconds) for name, seconds in others.items() if seconds}


def _side_by_side(workload: Workload, measured: list[Measured]) -> list[dict[str, str]]:
    """Return the cells of several machines: a row a size, their medians beside each other."""
    labels: dict[int, str] = {}
    cells: dict[int, dict[str, str]] = {}
    for one in measured:
        cpu, gpu = one.of(workload.name)
        for device, rows in (("CPU", cpu), ("GPU", gpu)):
            for size, row in rows.items():
                labels[size] = row.label
                cells.setdefault(size, {})[f"{one.name}, {device}"] = in_full(row)
        for size in cpu.keys() & gpu.keys():
            cells[size][f"{one.name}, CPU / GPU"] = _ratio(cpu[size], gpu[size])
    return [{"Size": labels[size]} | cells[size] for size in sorted(labels)]


def _table(rows: list[dict[str, str]]) -> Iterator[str]:
    """Return a Markdown table; a column stands where the row with the most columns has it."""
    ordered = sorted(rows, key=len, reverse=True)
    columns = list(dict.fromkeys(column for cells in ordered for column in cells))
    yield "\n| " + " | ".join(columns) + " |\n" + "|---" * len(columns) + "|\n"
    for cells in rows:
        yield "| " + " | ".join(cells.get(column, "") for column in columns) + " |\n"


def _machines(runs: list[Run]) -> str:
    if not runs:
        return "None has been measured yet: `make bench` adds yours.\n"
    return "".join(_table([_of_run(run) for run in runs]))


def _of_run(run: Run) -> dict[str, str]:
    m = run.machine
    first, last = run.dates
    limits = [
        f"{_DEVICES[device]}: {limit.memory_gb_s:.3g} GB/s, "
        + ", ".join(f"{name} {rate:.3g} GFLOP/s" for name, rate in limit.matmul_gflop_s.items())
        for device, limit in run.limits.items()
    ]
    clocks = [
        f"{_DEVICES[device]}: {seen.lowest:.0f} to {seen.highest:.0f} MHz"
        for device, seen in run.clocks.items()
    ]
    quick = sum(row.quick for row in run.rows)
    return {
        "Machine": m.name,
        "Processor": f"{m.processor}, {m.cores} cores, {m.threads} threads, {m.memory_gib:g} GiB",
        "GPU": f"{m.gpu}, {m.gpu_memory_gib:g} GiB, driver {m.driver}" if m.gpu else "none",
        "torch": m.torch,
        "Dates": f"{first}" if first == last else f"{first} to {last}",
        "Rows": f"{len(run.rows)}, {quick} quick" if quick else f"{len(run.rows)}",
        "Limits": "; ".join(limits),
        "Clocks": "; ".join(clocks) or "not readable",
    }


def _draw(name: str, measured: list[Measured], file: Path) -> bool:
    """Draw the chart of a workload, and tell whether there was anything to draw."""
    curves: list[tuple[str, list[tuple[int, float]]]] = []
    labels: dict[int, str] = {}
    for one in measured:
        for device, by_size in zip(("CPU", "GPU"), one.of(name), strict=True):
            rows = sorted(by_size.items())
            labels |= {size: row.label for size, row in rows}
            line = f"{one.name}, {device}"
            curves.append((line, [(size, row.median) for size, row in rows]))
            copies = [(size, row.with_copies) for size, row in rows if row.with_copies]
            if len(measured) == 1:  # beside each other, machines have enough lines
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
