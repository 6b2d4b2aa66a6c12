"""What is kept of a run: a file a machine, checked against its schema."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from cheatsheet import catalog

RESULTS = catalog.ROOT / "results" / "benchmarks"

Positive = Annotated[float, Field(gt=0)]
Device = Literal["cpu", "cuda"]
Precision = Literal["float32", "tf32", "bfloat16"]
Key = tuple[str, Device, int, Precision]

#: How far a figure may lie above the measured limit before it is an error: timings are noisy.
MARGIN = 1.25


class ResultsError(Exception):
    """A results file that cannot be believed or read."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Machine(_Strict):
    """Where a run was made.

    Attributes:
        name: Of its file.
        cores: That the process may use.
        threads: Of PyTorch.
    """

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

    def differences(self, other: Machine) -> list[str]:
        """Name what makes the rows of two machines different."""
        fields = ("processor", "cores", "threads", "gpu", "torch")
        return [field for field in fields if getattr(self, field) != getattr(other, field)]


class Limit(_Strict):
    """What a device can do, measured in the same run.

    Attributes:
        memory_gb_s: Bytes read and written in memory, in GB/s: the best of a copy, an addition and
            a sum of tensors that no cache holds.
        cache_gb_s: The same for tensors of any size, in the cache where they fit.
        matmul_gflop_s: By precision, the best product of two square matrices, in GFLOP/s.
    """

    memory_gb_s: Positive
    cache_gb_s: Positive
    matmul_gflop_s: dict[Precision, Positive]


class Clocks(_Strict):
    """The lowest and the highest clock that was read around the workloads, in MHz."""

    lowest: Positive
    highest: Positive


class _OfRow(_Strict):
    workload: str
    size: int
    label: str
    device: Device
    precision: Precision

    @property
    def key(self) -> Key:
        """What no two rows of a file have in common."""
        return self.workload, self.device, self.size, self.precision

    @property
    def words(self) -> str:
        """The row as it is named in messages."""
        return f"{self.workload}, {self.label}, {self.device}, {self.precision}"


class Row(_OfRow):
    """One workload at one size on one device; times in seconds a call.

    Attributes:
        median: The median round of the quietest visit.
        spread: The range of the middle half of its rounds.
        steady: Whether another visit agrees.
        first: The first call, where the workload is compiled in it.
        with_copies: The median with the inputs copied to the device and the result back.
        latency: One call and the wait for it.
        blocked: One call until the CPU goes on.
        share: Of the limit.
    """

    date: datetime.date
    quick: bool
    median: Positive
    spread: Annotated[float, Field(ge=0)]
    steady: bool
    rounds: Annotated[int, Field(ge=1)]
    repeat: Annotated[int, Field(ge=1)]
    first: Positive | None = None
    with_copies: Positive | None = None
    latency: Positive | None = None
    blocked: Positive | None = None
    gflop_s: Positive | None = None
    gb_s: Positive | None = None
    share: Positive | None = None


class Refused(_OfRow):
    """A row that was looked at and has no figure, and why."""

    why: str


class Run(_Strict):
    """All that was recorded on one machine."""

    machine: Machine
    limits: dict[Device, Limit]
    clocks: dict[Device, Clocks] = {}
    rows: Annotated[list[Row], Field(min_length=1)]
    refused: list[Refused] = []

    @property
    def dates(self) -> tuple[datetime.date, datetime.date]:
        """The first and the last day."""
        days = [row.date for row in self.rows]
        return min(days), max(days)


def slug(name: str) -> str:
    """Return a name as a file is named: small letters, digits, and hyphens between words."""
    return "-".join("".join(c if c.isalnum() else " " for c in name).lower().split())


def path_of(name: str) -> Path:
    """Return the file of a machine."""
    return RESULTS / f"{Path(name).name.removesuffix('.json')}.json"


def read(path: Path) -> Run:
    """Read a results file.

    Raises:
        ResultsError: It does not follow the schema; the message names the file and the field.
    """
    try:
        run = Run.model_validate_json(path.read_text(encoding="utf-8"))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "the file"
        raise ResultsError(
            f"{path}: {place}: {first['msg']}. Make it anew with `make bench`, or remove it"
        ) from None
    if run.machine.name != path.stem:
        raise ResultsError(
            f"{path}: machine.name: is {run.machine.name!r}, expected {path.stem!r}. "
            "Give the file the name of its machine"
        )
    return run


def read_all() -> list[Run]:
    """Read every results file, the newest first.

    Raises:
        ResultsError: One of them is broken.
    """
    runs = [read(path) for path in sorted(RESULTS.glob("*.json"))]
    return sorted(runs, key=lambda run: run.dates[1], reverse=True)


def write(run: Run) -> None:
    """Write a machine's file: whole or not at all, whenever the process ends."""
    path = path_of(run.machine.name)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".json.part")
    unfinished.write_text(run.model_dump_json(indent=1, exclude_none=True) + "\n", encoding="utf-8")
    os.replace(unfinished, path)


def merged(
    rows: Iterable[Row],
    refused: Iterable[Refused],
    new: Iterable[Row | Refused],
) -> tuple[list[Row], list[Refused]]:
    """Return rows and refusals with new ones, which take the place of those of the same key."""
    by_key = {row.key: row for row in (*rows, *refused, *new)}
    every = by_key.values()
    return (
        [row for row in every if isinstance(row, Row)],
        [row for row in every if isinstance(row, Refused)],
    )


def with_share(row: Row, flops: float | None, traffic: float | None, limit: Limit) -> Row:
    """Return a row with its rate and its share of the limit.

    Raises:
        ResultsError: The rate is above what the device can do: the harness has not waited for it.
    """
    if flops is None and traffic is None:
        return row
    if flops is not None:
        rate, best = flops / row.median / 1e9, limit.matmul_gflop_s[row.precision]
        most, unit, values = best, "GFLOP/s", {"gflop_s": rate}
    else:
        assert traffic is not None
        rate, best = traffic / row.median / 1e9, limit.memory_gb_s
        most, unit, values = limit.cache_gb_s, "GB/s", {"gb_s": rate}
    if rate > MARGIN * most:
        raise ResultsError(
            f"{rate:.0f} {unit} is above the {most:.0f} {unit} that the device can do: the clock "
            "was stopped before the work was done. Does the block synchronize?"
        )
    return row.model_copy(update={**values, "share": rate / best})
