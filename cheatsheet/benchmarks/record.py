"""Make a run: every workload on one device after the other, in several looks, kept as it goes."""

from __future__ import annotations

import datetime
import gc
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import torch

from cheatsheet.benchmarks import machine, results
from cheatsheet.benchmarks.results import (
    LOOKS,
    MOST,
    QUICK_LOOKS,
    Clocks,
    Device,
    Key,
    Limit,
    Machine,
    Refused,
    Row,
    Run,
    slug,
)
from cheatsheet.benchmarks.timing import (
    LOOK,
    QUICK,
    OneCall,
    Stopwatch,
    Timing,
    first_call,
    measure,
    synchronizer,
)
from cheatsheet.benchmarks.workloads import FOOTPRINT, QUICK_FOOTPRINT, WORKLOADS, Workload

Say = Callable[[str], None]


def record(
    name: str | None = None,
    *,
    words: str = "",
    quick: bool = False,
    again: bool = False,
    say: Say = print,
) -> list[Refused]:
    """Measure what the file of this machine lacks; it is written after each workload.

    All workloads are looked at before any is looked at again: a virtual machine is slow for
    minutes while its neighbours are busy, and one look of a row would lie in such a time as a
    whole. The looks that a row of the file has are not made again; a row whose two fastest looks
    do not agree gets more of them, twice as many at most.

    Args:
        name: Of the file; without it, that of the processor or the GPU.
        words: A part of the names of workloads or of their groups; all without it.
        quick: Three sizes of each, fewer and shorter looks, nothing compiled.
        again: Measure anew what is there, all its looks.
        say: Prints a line of progress.

    Returns:
        The rows that were looked at and have no figure.

    Raises:
        ResultsError: Nothing has such a name, or the file is of another machine or torch and a
            part cannot be put into it.
    """
    chosen = _named(words)
    run = _begun(machine.this_machine(name), bool(words), say)
    asked = set[Key]()
    with tempfile.TemporaryDirectory() as compiled:
        for device in machine.devices():
            visit = _Device(device, run, quick, Path(compiled))
            made = visit.looks_made(chosen, again)
            asked |= made.keys()
            if all(count >= visit.most for count in made.values()):
                say(f"{device.type}: every row is there; --again measures them anew")
                continue
            for look in range(1, visit.most + 1):
                visit.look(look, chosen, made, say)
    return [row for row in run.refused if row.key in asked]


def _named(words: str) -> list[Workload]:
    chosen = [w for w in WORKLOADS if words.lower() in f"{w.group}: {w.name}".lower()]
    if not chosen:
        groups = ", ".join(dict.fromkeys(workload.group for workload in WORKLOADS))
        raise results.ResultsError(
            f"no workload has {words!r} in its name or group. The groups are: {groups}"
        )
    return chosen


def _begun(here: Machine, part: bool, say: Say) -> Run:
    """Return what is kept of this machine, or an empty run."""
    # An empty run is not valid as a file, and is not written before it has a row.
    empty = Run.model_construct(machine=here, limits={}, clocks={}, rows=[], refused=[])
    path = results.path_of(here.name)
    if not path.exists():
        return empty
    kept = results.read(path)
    differ = here.differences(kept.machine)
    if not differ:
        return kept
    if part:
        raise results.ResultsError(
            f"{path}: was measured with another {', '.join(differ)}, so a part cannot be put into "
            "it. Measure all of it, or give another name with --machine"
        )
    say(f"{path.name} was measured with another {', '.join(differ)}: it is made anew")
    return empty


class _Device:
    """The looks of a run on one device."""

    def __init__(self, device: torch.device, run: Run, quick: bool, compiled: Path) -> None:
        self._device, self._run, self._quick, self._compiled = device, run, quick, compiled
        self._kind: Device = "cuda" if device.type == "cuda" else "cpu"
        self._looks = QUICK_LOOKS if quick else LOOKS
        self.most = MOST * self._looks

    def looks_made(self, chosen: Iterable[Workload], again: bool) -> dict[Key, int]:
        """Return how many looks each row has; `most` where it needs no more."""
        made = {}
        rows = {row.key: row for row in self._run.rows}
        for workload in chosen:
            for size in self._sizes(workload):
                row = rows.get(key := self._key(workload, size))
                if row is None or again or (row.quick and not self._quick):
                    made[key] = 0  # a quick look is not good enough for a full run
                else:
                    made[key] = self._made(row)
        return made

    def _made(self, row: Row) -> int:
        if row.quick != self._quick:  # a full row is good enough for a quick run
            return self.most
        return self.most if row.enough else len(row.looks)

    def look(self, number: int, chosen: Iterable[Workload], made: dict[Key, int], say: Say) -> None:
        """Look once at each row that has fewer looks than this one's number."""
        todo = [
            (workload, sizes)
            for workload in chosen
            if (sizes := [n for n in self._sizes(workload)
                          if made[self._key(workload, n)] < number])
        ]  # fmt: skip
        if not todo:
            return
        run, kind = self._run, self._kind
        # The limits are looked at as often as the rows, as what is slow for one is slow for both;
        # in a quick run that would take too much of its time.
        anew = number == 1 or not self._quick
        limits = _Limits(self._device, run.limits.get(kind), anew)
        for workload, sizes in todo:
            which = (
                f"{number} of {self._looks}" if number <= self._looks else f"{number}, not steady"
            )
            say(f"{kind}, look {which}: {workload.name}")
            before = machine.clock_mhz(self._device)
            seen = list(
                _measured(workload, sizes, self._device, limits, self._quick, self._compiled)
            )
            run.limits[kind] = limits.value
            _note_clocks(run, kind, before, machine.clock_mhz(self._device))
            known = {row.key: row for row in run.rows if made.get(row.key)}
            new = [_with_look(known.get(row.key), row) for row in seen]
            run.rows, run.refused = results.merged(run.rows, run.refused, new)
            run.rows = [results.in_share(row, run.limits[row.device]) for row in run.rows]
            for row in new:
                if isinstance(row, Row):
                    made[row.key] = self._made(row)
                else:  # it may have failed by chance, but is not tried for ever
                    made[row.key] = 0 if number < self._looks else self.most
            if run.rows:
                results.write(run)
            _tidy(self._device)

    def _sizes(self, workload: Workload) -> tuple[int, ...]:
        if self._kind not in workload.on or workload.cores > self._run.machine.cores:
            return ()
        return workload.sizes_on(self._kind, self._quick)

    def _key(self, workload: Workload, size: int) -> Key:
        return workload.name, self._kind, size, workload.precision


def _with_look(known: Row | None, seen: Row | Refused) -> Row | Refused:
    """Return a row with the looks before; one that fails now has no figure any more."""
    if known is None or isinstance(seen, Refused):
        return seen
    return results.with_look(known, seen)


class _Limits:
    """What a device can do, as far as it was seen."""

    def __init__(self, device: torch.device, kept: Limit | None, anew: bool) -> None:
        self._device = device
        if kept is not None and not anew:
            self.value = kept
        else:
            self.value = _larger(kept, machine.limit_of(device))

    def with_share(self, row: Row, flops: float | None, traffic: float | None) -> Row:
        """Return a row with its share; before one is refused, the limit is looked at again."""
        try:
            return results.with_share(row, flops, traffic, self.value)
        except results.ResultsError:  # the first look may have been disturbed
            self.value = _larger(self.value, machine.limit_of(self._device))
            return results.with_share(row, flops, traffic, self.value)


def _larger(kept: Limit | None, seen: Limit) -> Limit:
    """Return the limit that both measurements reach: what was done once can be done."""
    if kept is None:
        return seen
    return Limit(
        memory_gb_s=max(kept.memory_gb_s, seen.memory_gb_s),
        cache_gb_s=max(kept.cache_gb_s, seen.cache_gb_s),
        matmul_gflop_s={
            precision: max(rate, kept.matmul_gflop_s.get(precision, 0.0))
            for precision, rate in seen.matmul_gflop_s.items()
        },
    )


def _note_clocks(run: Run, device: Device, *readings: float | None) -> None:
    seen = [mhz for mhz in readings if mhz]
    if device in run.clocks:
        seen += [run.clocks[device].lowest, run.clocks[device].highest]
    if seen:
        run.clocks[device] = Clocks(lowest=min(seen), highest=max(seen))


def _measured(
    workload: Workload,
    sizes: Sequence[int],
    device: torch.device,
    limits: _Limits,
    quick: bool,
    compiled: Path,
) -> Iterator[Row | Refused]:
    # A case is made, timed and dropped before the next: the inputs of one take enough memory, and
    # to compile one size is to forget the others.
    with workload.settings():
        for size in sizes:
            yield _timed(_Case(workload, size, device, limits, quick, compiled))


class _Case:
    """A workload at one size on one device."""

    def __init__(
        self,
        workload: Workload,
        size: int,
        device: torch.device,
        limits: _Limits,
        quick: bool,
        compiled: Path,
    ) -> None:
        self.workload, self.size, self.device = workload, size, device
        self._limits, self._quick = limits, quick
        self.effort = QUICK if quick else LOOK
        self._footprint = QUICK_FOOTPRINT if quick else FOOTPRINT
        # The first look compiles with nothing kept, the next ones take from there what it made:
        # compiling takes longer than all else, and the code is the same.
        self._compiled = compiled / slug(f"{workload.name} {size} {device.type}")
        self._wait = synchronizer(device)
        self._of_row: dict[str, Any] = {
            "workload": workload.name,
            "size": size,
            "label": workload.label(size),
            "device": device.type,
            "precision": workload.precision,
        }

    def prepare(self) -> None:
        """Make the inputs, and make the first call; a workload that is compiled is compiled."""
        torch.manual_seed(0)
        self._kept = self.workload.kept(self.size, self.device)
        calls = self.workload.calls(self._kept, self.size, self.device, footprint=self._footprint)
        self.watch = Stopwatch(calls, self._wait)
        self._first: float | None = None
        if self.workload.compiled:
            self._first = first_call(calls[0], self._wait, self._compiled)

    def row(self, timing: Timing) -> Row:
        """Return the row, with what makes a GPU different: its wait, and the copies."""
        alone: OneCall | None = None
        copies: Timing | None = None
        if self.device.type != "cpu":
            alone = self.watch.one_call(self.effort)
            if self.workload.copies:
                calls = self.workload.calls_with_copies(
                    self._kept, self.size, self.device, footprint=self._footprint
                )
                (copies,) = measure([Stopwatch(calls, self._wait)], self.effort)
        row = Row(
            **self._of_row,
            date=datetime.date.today(),
            quick=self._quick,
            looks=[timing.median],
            median=timing.median,
            spread=timing.spread,
            rounds=len(timing.seconds),
            repeat=timing.repeat,
            first=self._first,
            with_copies=copies.median if copies else None,
            latency=alone.latency if alone else None,
            blocked=alone.blocked if alone else None,
            gb_s=self.workload.moved and self.workload.moved(self.size) / timing.median / 1e9,
        )
        flops = self.workload.flops and self.workload.flops(self.size)
        traffic = self.workload.traffic and self.workload.traffic(self.size)
        return self._limits.with_share(row, flops, traffic)

    def refused(self, error: Exception) -> Refused:
        return Refused(**self._of_row, why=str(error).splitlines()[0])


#: What a row fails with: memory that is not there, a kernel that is missing, a rate that cannot be.
_FAILURES = (RuntimeError, results.ResultsError)


def _timed(case: _Case) -> Row | Refused:
    """Look at a case once; one that fails is refused and the others go on."""
    try:
        case.prepare()
        (timing,) = measure([case.watch], case.effort)
        return case.row(timing)
    except _FAILURES as error:
        return case.refused(error)


def _tidy(device: torch.device) -> None:
    """Give back what a workload has taken, before the next one is looked at."""
    gc.collect()
    if device.type == "cuda":
        torch.cuda.empty_cache()
