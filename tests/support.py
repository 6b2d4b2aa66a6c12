"""What several test modules share: the entries, one run of each, and the pieces of lies."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from functools import cache

import pytest
import torch

from cheatsheet import catalog
from cheatsheet.catalog import ROOT
from cheatsheet.check import recorded
from cheatsheet.check.claims import Report, check
from cheatsheet.entry import Entry
from cheatsheet.export import BROWSER_FLAGS
from cheatsheet.figures import read_record
from cheatsheet.names import documented
from cheatsheet.names.shown import Shown

__all__ = [
    "BROWSER_FLAGS", "DATA", "DESKTOP", "DRAW_ALL", "ENTRIES", "NARROW", "PHONE", "ROOT",
    "by_entry", "cheatsheet", "entries_of", "entry_named", "library", "missing",
    "needs_cuda", "needs_mnist", "report_of", "same_state", "says", "shown", "spared",
]  # fmt: skip

#: Windows of a browser; the narrow one is what a page must bear, zoomed or on a small phone.
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
NARROW = {"width": 320, "height": 640}

#: A style by which a page is drawn whole, also what is below the fold.
DRAW_ALL = ".entry, .cards { content-visibility: visible !important }"

ENTRIES: list[Entry] = catalog.find([])
_BY_NAME = {entry.name: entry for entry in ENTRIES}

#: Real images, beside the checkout where they were put there.
DATA = ROOT.parent / "shared" / "data"

needs_cuda = pytest.mark.skipif(not torch.cuda.is_available(), reason="needs cuda")
needs_mnist = pytest.mark.skipif(
    not (DATA / "MNIST" / "raw").exists(), reason="no MNIST in ../shared/data"
)


@cache
def shown() -> Shown:
    """Return which entries show which names, as `cheatsheet prepare` left it."""
    return Shown(ENTRIES, read_record(), documented.read())


def entry_named(name: str) -> Entry:
    """Return an entry by its full name, such as `losses/regression/mse`."""
    return _BY_NAME[name]


def entries_of(*places: str) -> list[Entry]:
    """Return the entries of pages, by their places: `losses/regression`, `training/index`."""
    return [entry for entry in ENTRIES if catalog.place_of(entry.name)[0] in places]


def says(owner: str, *sentences: str) -> pytest.MarkDecorator:
    """Mark the test that holds these sentences of an entry, a page, `README` or `home`.

    They are quoted as they are read: on one line, a link by its words. `cheatsheet.check.sentences`
    reads the marks from the source, so they are literals or constants of the module; `conftest`
    sees that they still stand.
    """
    return pytest.mark.says(owner, *sentences)


def by_entry(entries: list[Entry] = ENTRIES) -> list:
    """One parameter an entry, named as `conftest` wants it."""
    return [pytest.param(entry, id=entry.name) for entry in entries]


def cheatsheet(*arguments: str, stdin: bytes | None = None) -> subprocess.CompletedProcess:
    """Run the command with a wide terminal; its output is bytes where it is given bytes."""
    command = [sys.executable, "-m", "cheatsheet.cli", *arguments]
    wide = {**os.environ, "COLUMNS": "200"}
    return subprocess.run(command, capture_output=True, input=stdin, text=stdin is None, env=wide)


@cache
def _report(name: str) -> Report:
    return check(entry_named(name))


def report_of(entry: Entry) -> Report:
    """Check an entry, once in this process."""
    return _report(entry.name)


def spared() -> set[str]:
    """Return the entries that the record of this torch has word for word, but for every eighth."""
    runs = [run for run in recorded.runs("*-cpu.json") if run["torch"] == torch.__version__]
    held = {name for run in runs for name in run["hold"]}
    known = [entry.name for entry in ENTRIES if entry.name in held]
    return held - {*known[::8]}


def in_ci() -> bool:
    """Tell whether a missing browser or library is a failure, not a skip."""
    return os.environ.get("CI") == "true"


def library(name: str):
    """Import a library that tests need; without it skip by name, in CI fail."""
    return importlib.import_module(name) if in_ci() else pytest.importorskip(name)


def missing(reason: str) -> None:
    """Skip by name; where CI=true what is missing is a failure."""
    if in_ci():
        pytest.fail(f"{reason} (CI=true: this is a failure, not a skip)")
    pytest.skip(reason)


def same_state(a: object, b: object) -> bool:
    """Tell whether two states, of dicts, lists and tensors, are equal bit for bit."""
    if isinstance(a, torch.Tensor):
        return torch.equal(a, b)
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(same_state(a[key], b[key]) for key in a)
    if isinstance(a, list | tuple):
        return len(a) == len(b) and all(map(same_state, a, b))
    return a == b
