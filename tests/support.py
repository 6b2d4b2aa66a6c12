"""What several test modules share: the entries, one run of each, and the pieces of lies."""

from __future__ import annotations

import os
from functools import cache

import pytest

from cheatsheet import catalog
from cheatsheet.catalog import ROOT
from cheatsheet.check.claims import Report, check
from cheatsheet.entry import Entry

__all__ = [
    "DATA", "DESKTOP", "ENTRIES", "PHONE", "ROOT", "by_entry", "entry_named", "missing",
    "needs_mnist", "report_of",
]  # fmt: skip

#: Windows of a browser.
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 900}

ENTRIES: list[Entry] = catalog.find([])
_BY_NAME = {entry.name: entry for entry in ENTRIES}

#: Real images, beside the checkout where they were put there.
DATA = ROOT.parent / "shared" / "data"
needs_mnist = pytest.mark.skipif(
    not (DATA / "MNIST" / "raw").exists(), reason="no MNIST in ../shared/data"
)


def entry_named(name: str) -> Entry:
    """Return an entry by its full name, such as `losses/regression/mse`."""
    return _BY_NAME[name]


def by_entry(entries: list[Entry] = ENTRIES) -> list:
    """One parameter an entry, named as `conftest` wants it."""
    return [pytest.param(entry, id=entry.name) for entry in entries]


@cache
def _report(name: str) -> Report:
    return check(entry_named(name))


def report_of(entry: Entry) -> Report:
    """Check an entry, once in this process."""
    return _report(entry.name)


def missing(reason: str) -> None:
    """Skip by name; where CI=true what is missing is a failure."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{reason} (CI=true: this is a failure, not a skip)")
    pytest.skip(reason)
