"""What is kept of a run: a file a machine, checked against its schema."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from cheatsheet import catalog

RESULTS = catalog.ROOT / "results" / "benchmarks"

Positive = Annotated[float, Field(gt=0)]
Device = Literal["cpu", "cuda"]
Precision = Literal["float32", "tf32", "bfloat16"]
Key = tuple[str, Device, int, Precision]

#: How far a figure may lie above the measured limit before it is an error: timings are noisy.
MARGIN = 1.25

#: How often a run looks at a row, minutes apart. Of two runs with one look each, 42 % of the rows
#: differed by more than a tenth, whole groups at a time: three looks in ten were slow, and in
#: three looks out of a hundred rows only three meet nothing else.
LOOKS, QUICK_LOOKS = 3, 2
#: How many times as often, at most, at a row that is not steady.
MOST = 2
#: Two looks within this share of the faster one agree.
AGREES = 0.10


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
        looks: The median round of each look, in the order in which they were made.
        median: Of the fastest look.
        spread: The range of the middle half of its rounds.
        first: The first call, where the workload is compiled in it; made in the first look.
        with_copies: The median with the inputs copied to the device and the result back.
        latency: One call and the wait for it.
        blocked: One call until the CPU goes on; these three, each of the look where it is fastest.
        share: Of the limit.
    """

    date: datetime.date
    quick: bool
    looks: Annotated[list[Positive], Field(min_length=1)]
    median: Positive
    spread: Annotated[float, Field(ge=0)]
    rounds: Annotated[int, Field(ge=1)]
    repeat: Annotated[int, Field(ge=1)]
    first: Positive | None = None
    with_copies: Positive | None = None
    latency: Positive | None = None
    blocked: Positive | None = None
    gflop_s: Positive | None = None
    gb_s: Positive | None = None
    share: Positive | None = None

    @model_validator(mode="after")
    def _is_of_the_fastest_look(self) -> Row:
        if self.median != min(self.looks):
            raise ValueError(f"median: is {self.median}, and the fastest look {min(self.looks)}")
        return self

    @property
    def steady(self) -> bool:
        """Whether the two fastest looks agree; one look cannot say."""
        fastest = sorted(self.looks)[:2]
        return len(fastest) == 2 and fastest[1] <= (1 + AGREES) * fastest[0]

    @property
    def wanted(self) -> int:
        """How many looks a run of its kind makes."""
        return QUICK_LOOKS if self.quick else LOOKS

    @property
    def enough(self) -> bool:
        """Whether a run is done with it: it is steady, or no number of looks makes it so."""
        looks = len(self.looks)
        return looks >= self.wanted and (self.steady or looks >= MOST * self.wanted)


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
            f"{path}: {place}: {first['msg']}. Remove it, then `make bench` makes it anew"
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


def with_look(known: Row, seen: Row) -> Row:
    """Return a row with one look more.

    The fastest look counts: what else the machine does, or the host of a virtual one, makes a look
    slower and never faster.
    """
    fastest = min(known, seen, key=lambda row: row.median)
    best = {
        name: min(filter(None, (getattr(known, name), getattr(seen, name))), default=None)
        for name in ("with_copies", "latency", "blocked")
    }
    looks = [*known.looks, *seen.looks]
    first = known.first or seen.first
    return fastest.model_copy(update={**best, "looks": looks, "first": first, "date": seen.date})


def with_share(row: Row, flops: float | None, traffic: float | None, limit: Limit) -> Row:
    """Return a row with its rate and its share of the limit.

    Raises:
        ResultsError: The rate is above what the device can do: the harness has not waited for it.
    """
    if flops is None and traffic is None:
        return row
    if flops is not None:
        rate, most = flops / row.median / 1e9, limit.matmul_gflop_s[row.precision]
        unit, values = "GFLOP/s", {"gflop_s": rate}
    else:
        assert traffic is not None
        rate, most = traffic / row.median / 1e9, limit.cache_gb_s
        unit, values = "GB/s", {"gb_s": rate}
    if rate > MARGIN * most:
        raise ResultsError(
            f"{rate:.0f} {unit} is above the {most:.0f} {unit} that the device can do: the clock "
            "was stopped before the work was done. Does the block synchronize?"
        )
    return in_share(row.model_copy(update={**values, "share": 1.0}), limit)


def in_share(row: Row, limit: Limit) -> Row:
    """Return a row with its share of a limit, which a later look may have found to be higher."""
    if row.share is None:
        return row
    rate, best = row.gflop_s, limit.matmul_gflop_s.get(row.precision)
    if rate is None:
        rate, best = row.gb_s, limit.memory_gb_s
    assert rate is not None
    assert best is not None
    return row.model_copy(update={"share": rate / best})
