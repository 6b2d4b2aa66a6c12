"""Hold sentences against the pages; keep in one process what shares a costly start."""

import re

import falsehoods
import pytest
import torch
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

from cheatsheet.check import runner, sentences
from cheatsheet.entry import Entry

# The same inputs in every run, few of each: there are many tests of one sentence.
settings.register_profile(
    "sentences", max_examples=30, deadline=None, derandomize=True, database=None
)
settings.load_profile("sentences")


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


def pytest_runtest_setup(item):
    """Refuse a test that holds a sentence which nobody says any more."""
    for mark in item.iter_markers("says"):
        owner, *texts = mark.args
        there = sentences.sentences(owner)
        for text in texts:
            if text not in there:
                pytest.fail(sentences.not_said(owner, text, there), pytrace=False)


def pytest_addoption(parser):
    """What is looked at more closely than each time, and takes minutes."""
    parser.addoption("--falsehoods", action="store_true", help="turn round every held sentence")
    parser.addoption("--every-page", action="store_true", help="axe on all pages, not some")


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem):
    """After a test of a sentence has passed, turn round what it is about."""
    result = yield
    if pyfuncitem.config.option.falsehoods and list(pyfuncitem.iter_markers("says")):
        test = pyfuncitem.nodeid.partition("[")[0]
        pyfuncitem.user_properties.append((test, falsehoods.turn_round(pyfuncitem)))
    return result


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


def pytest_terminal_summary(terminalreporter, config):
    """Name the tests that no falsehood upset, and what upset the others."""
    if not config.option.falsehoods:
        return
    reports = [r for kind in ("passed", "failed") for r in terminalreporter.stats.get(kind, [])]
    told = [row for report in reports if report.when == "call" for row in report.user_properties]
    terminalreporter.section("sentences turned round")
    for line in falsehoods.summary(told):
        terminalreporter.write_line(line)
