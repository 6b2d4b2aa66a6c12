"""What several test modules share: the entries, one run of each, and the pieces of lies."""

from __future__ import annotations

import contextlib
import io
import os
from functools import cache

import pytest

from cheatsheet import catalog, runner
from cheatsheet.claims import Report, check
from cheatsheet.entry import Entry

ENTRIES: list[Entry] = catalog.find([])
runner.preload({module for entry in ENTRIES for module in entry.imports})


def by_entry(entries: list[Entry] = ENTRIES) -> list:
    """One parameter an entry; tests of one entry share a worker, and so its one run."""
    return [
        pytest.param(entry, id=entry.name, marks=pytest.mark.xdist_group(entry.name))
        for entry in entries
    ]


@cache
def _report(name: str) -> Report:
    return check(next(entry for entry in ENTRIES if entry.name == name))


def report_of(entry: Entry) -> Report:
    """Check an entry, once in this process."""
    return _report(entry.name)


def missing(reason: str) -> None:
    """Skip by name; where CI=true what is missing is a failure."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{reason} (CI=true: this is a failure, not a skip)")
    pytest.skip(reason)


def names_of(name: str) -> dict[str, object]:
    """Run an entry here, its printing kept quiet, and return what it defined."""
    entry = next(entry for entry in ENTRIES if entry.name == name)
    namespace: dict[str, object] = {"__name__": "entry"}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(entry.code, str(entry.path), "exec"), namespace)
    return namespace
