"""What is kept of a run: a file a machine, checked against its schema."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from cheatsheet import catalog

RESULTS = catalog.ROOT / "results" / "benchmarks"

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
    """One workload at one size on one device; times in seconds a call.

    Attributes:
        median: The median round.
        spread: The range of the middle half of the rounds.
        first: The first call, where the workload is compiled in it.
        with_copies: The median with the inputs copied to the device and the result back.
        share: Of the limit.
    """

    workload: str
    size: int
    label: str
    device: Device
    median: Positive
    spread: Annotated[float, Field(ge=0)]
    rounds: Annotated[int, Field(ge=1)]
    repeat: Annotated[int, Field(ge=1)]
    first: Positive | None = None
    with_copies: Positive | None = None
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


def slug(name: str) -> str:
    """Return a name as a file is named: small letters, digits, and hyphens between words."""
    return "-".join("".join(c if c.isalnum() else " " for c in name).lower().split())


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
