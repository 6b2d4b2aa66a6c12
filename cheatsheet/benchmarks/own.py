"""Time a step of the reader's own on every device."""

from __future__ import annotations

import runpy
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from cheatsheet.benchmarks.timing import FULL, OneCall, Stopwatch, Timing, measure, synchronizer

#: Takes a device, makes what the step needs there, and returns the step.
Make = Callable[[torch.device], Callable[[], object]]


class OwnError(Exception):
    """What was named cannot be timed."""


@dataclass(frozen=True)
class Timed:
    """A step on one device: many calls in a row, and one call by itself."""

    device: torch.device
    timing: Timing
    alone: OneCall


def find(target: str) -> Make:
    """Return the function that `FILE.py:function` names.

    Raises:
        OwnError: There is no such file or function.
    """
    name, _, function = target.rpartition(":")
    path = Path(name)
    if not name or not path.is_file():
        raise OwnError(f"{target}: expected FILE.py:function, and a file that is there")
    sys.path.insert(0, str(path.resolve().parent))  # the file imports what lies beside it
    found = runpy.run_path(str(path), run_name=path.stem)
    if not callable(found.get(function)):
        there = ", ".join(n for n, x in found.items() if callable(x) and not n.startswith("_"))
        raise OwnError(f"{name} has no function {function!r}; there are: {there or 'none'}")
    make: Make = found[function]
    return make


def time_step(make: Make, devices: Sequence[torch.device]) -> list[Timed]:
    """Time a step on one device after the other.

    Raises:
        OwnError: What was made for a device is no step.
    """
    timed = []
    for device in devices:
        step = make(device)
        if not callable(step):
            raise OwnError(
                f"expected a function without arguments for {device}, got "
                f"{type(step).__name__}. Return the step itself, not what it returns"
            )
        watch = Stopwatch([step], synchronizer(device))
        (timing,) = measure([watch], FULL)
        timed.append(Timed(device, timing, watch.one_call(FULL)))
    return timed
