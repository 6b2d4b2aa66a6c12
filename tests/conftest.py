"""Make `support` importable from every folder; keep in one process what shares a costly start."""

import re
import sys
from pathlib import Path

import torch
from xdist.scheduler import LoadScopeScheduling

from cheatsheet.check import runner
from cheatsheet.entry import Entry

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent / "find")]


class BySharedRun(LoadScopeScheduling):
    """All tests of an entry go to one process, and so does a file whose tests share a start.

    The mark `xdist_group` would do, but pytest 9 ignores the names that it writes.
    """

    def _split_scope(self, nodeid: str) -> str:
        if match := re.search(r"test_(?:claims|lies)\.py::.*\[([^]-]+/[^]-]+)", nodeid):
            return match[1]
        return nodeid.partition("::")[0] if "/scale/" in nodeid else nodeid


def pytest_configure(config):
    """Give each of several processes one thread: they share the cores."""
    if hasattr(config, "workerinput"):
        torch.set_num_threads(1)


def pytest_collection_finish(session):
    """Name what the server of new processes imports: what the collected tests run, no more.

    These are the entries that are parameters, and those that a module names as `RUNS`.
    """
    modules = set()
    for item in session.items:
        parameters = item.callspec.params.values() if hasattr(item, "callspec") else ()
        for value in (*parameters, *getattr(item.module, "RUNS", ())):
            if isinstance(value, Entry):
                modules.update(value.imports)
    runner.preload(modules)


def pytest_xdist_make_scheduler(config, log):
    """Hand tests out by what they share."""
    return BySharedRun(config, log)
