"""What several test modules share: the entries, one run of each, and the pieces of lies."""

from __future__ import annotations

import ast
import contextlib
import io
import os
from functools import cache

import pytest

from cheatsheet import catalog, runner
from cheatsheet.catalog import ROOT
from cheatsheet.claims import Report, check
from cheatsheet.entry import Entry

__all__ = ["ENTRIES", "ROOT", "by_entry", "missing", "names_of", "report_of"]

ENTRIES: list[Entry] = catalog.find([])
runner.preload({module for entry in ENTRIES for module in entry.imports})


def by_entry(entries: list[Entry] = ENTRIES) -> list:
    """One parameter an entry, named as `conftest` wants it."""
    return [pytest.param(entry, id=entry.name) for entry in entries]


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


def names_of(name: str, **inputs: object) -> dict[str, object]:
    """Run an entry here, its printing kept quiet, and return what it defined.

    Args:
        name: The entry.
        **inputs: Values for variables of the entry, in place of those that it assigns.
    """
    entry = next(entry for entry in ENTRIES if entry.name == name)
    namespace: dict[str, object] = {"__name__": "entry", **inputs}
    tree = ast.parse(entry.source)
    replaced = {n: node for node in tree.body for n in _assigned(node) if n in inputs}
    assert replaced.keys() == inputs.keys(), f"{name} does not assign {inputs.keys() - replaced}"
    tree.body = [node for node in tree.body if node not in replaced.values()]
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(tree, str(entry.path), "exec"), namespace)
    return namespace


def _assigned(node: ast.stmt) -> list[str]:
    """Return the plain names that a statement assigns, if that is all it does."""
    if not isinstance(node, ast.Assign) or len(node.targets) != 1:
        return []
    return [n.id for n in ast.walk(node.targets[0]) if isinstance(n, ast.Name)]
