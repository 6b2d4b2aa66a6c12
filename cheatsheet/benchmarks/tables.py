"""What the commands print: rows of text of one machine, and of two beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cheatsheet.benchmarks.own import Timed
from cheatsheet.benchmarks.results import MARGIN, Row, Run
from cheatsheet.benchmarks.timing import Timing
from cheatsheet.benchmarks.workloads import WORKLOADS

NO_BREAK = "\N{NO-BREAK SPACE}"
_UNITS = ((1.0, "s"), (1e-3, "ms"), (1e-6, "µs"), (1e-9, "ns"))

#: A row above this is long enough to be the same in two runs, and this is how nearly.
LONG, SAME = 50e-6, 0.10


def in_words(seconds: float) -> str:
    """Return a time with three digits and a unit, which stay on one line."""
    factor, unit = next((f, u) for f, u in _UNITS if seconds >= f or u == "ns")
    return f"{seconds / factor:.3g}{NO_BREAK}{unit}"


def in_full(seen: Row | Timing) -> str:
    """Return the median with half the spread, and whether it is steady."""
    mark = "" if seen.steady else ", not steady"
    return f"{in_words(seen.median)} ±{NO_BREAK}{in_words(seen.spread / 2)}{mark}"


COLUMNS = ("operation", "size", "CPU", "GPU", "CPU / GPU", "GPU, one call", "GPU with copies")


def of_one(run: Run) -> Iterator[Sequence[str]]:
    """Return the cells of one machine, under `COLUMNS`."""
    rows: dict[tuple[str, str], dict[str, Row]] = {}
    for row in run.rows:
        rows.setdefault((row.workload, row.label), {})[row.device] = row
    for key, by_device in rows.items():
        cpu, gpu = by_device.get("cpu"), by_device.get("cuda")
        ratio = f"{cpu.median / gpu.median:.2g}" if cpu and gpu else ""
        alone = in_words(gpu.latency) if gpu and gpu.latency else ""
        copies = in_words(gpu.with_copies) if gpu and gpu.with_copies else ""
        figures = [in_full(row) if row else "" for row in (cpu, gpu)]
        yield (*key, *figures, ratio, alone, copies)


def pairs(first: Run, second: Run) -> list[tuple[Row, Row]]:
    """Return the rows that two runs have in common."""
    others = {row.key: row for row in second.rows}
    return [(row, others[row.key]) for row in first.rows if row.key in others]


def of_two(first: Run, second: Run) -> Iterator[Sequence[str]]:
    """Return the cells of two machines: operation, size, device, both figures and their ratio."""
    for a, b in pairs(first, second):
        ratio = f"{a.median / b.median:.2f}"
        yield a.workload, a.label, a.device, in_full(a), in_full(b), ratio


def agreement(first: Run, second: Run) -> str:
    """Say how many of the rows that are long enough have the same median in both runs."""
    both = [(a, b) for a, b in pairs(first, second) if min(a.median, b.median) > LONG]
    same = [(a, b) for a, b in both if _same(a, b)]
    steady = [(a, b) for a, b in both if a.steady and b.steady]
    same_steady = [(a, b) for a, b in steady if _same(a, b)]
    return (
        f"within {SAME:.0%}: {len(same)} of {len(both)} rows above {in_words(LONG)}; "
        f"of those that are steady in both, {len(same_steady)} of {len(steady)}"
    )


def _same(a: Row, b: Row) -> bool:
    return max(a.median, b.median) <= (1 + SAME) * min(a.median, b.median)


def problems(run: Run) -> list[str]:
    """Say what keeps a file from being sent: rows that are missing, unfinished or cannot be."""
    found = [f"no figure: {refused.words}: {refused.why}" for refused in run.refused]
    there = {row.key for row in run.rows} | {refused.key for refused in run.refused}
    known = set()
    for workload in WORKLOADS:
        for device in run.limits:
            if device not in workload.on or workload.cores > run.machine.cores:
                continue
            for size in workload.sizes_on(device):
                key = workload.name, device, size, workload.precision
                known.add(key)
                if key not in there:
                    words = f"{workload.name}, {workload.label(size)}, {device}"
                    found.append(f"missing: {words}, {workload.precision}")
    for row in run.rows:
        if row.key not in known:
            found.append(f"not timed any more: {row.words}")
        if row.quick:
            found.append(f"quick: {row.words}")
        elif len(row.looks) < row.wanted:
            found.append(f"{len(row.looks)} of {row.wanted} looks: {row.words}")
        if most := _most(row, run):
            found.append(f"above what the device can do, {most}: {row.words}")
    return found


def _most(row: Row, run: Run) -> str | None:
    """Return the limit that a row lies above."""
    limit = run.limits.get(row.device)
    if limit is None or row.share is None:
        return None
    if row.gflop_s is not None:
        most = limit.matmul_gflop_s.get(row.precision, 0.0)
        return f"{most:.3g} GFLOP/s" if row.gflop_s > MARGIN * most else None
    above = row.gb_s is not None and row.gb_s > MARGIN * limit.cache_gb_s
    return f"{limit.cache_gb_s:.3g} GB/s" if above else None


def of_own(timed: Sequence[Timed]) -> Iterator[Sequence[str]]:
    """Return the cells of a reader's step: device, time a call, one call and its wait."""
    for one in timed:
        yield str(one.device), in_full(one.timing), in_words(one.alone.latency)


def verdict(timed: Sequence[Timed]) -> str:
    """Say whether the step belongs on the GPU."""
    if len(timed) < 2:
        return "No GPU on this machine: the CPU alone was timed."
    cpu, gpu = (one.timing.median for one in timed)
    if gpu < cpu:
        return f"The GPU is {cpu / gpu:.2g} times as fast as the CPU."
    return f"The GPU is no faster: it takes {gpu / cpu:.2g} times as long as the CPU."
