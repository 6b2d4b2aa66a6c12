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
    """`--falsehoods`: turn round what each test of a sentence holds, not what a sample does."""
    parser.addoption("--falsehoods", action="store_true", help="turn round every held sentence")


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem):
    """After a test of a sentence has passed, see that it fails where the sentence is false."""
    result = yield
    marks = list(pyfuncitem.iter_markers("says"))
    if marks and pyfuncitem.config.option.falsehoods:
        tried, noticed = falsehoods.turn_round(pyfuncitem)
        sentence = " / ".join(text for mark in marks for text in mark.args[1:])
        pyfuncitem.user_properties.append(
            ("falsehood", f"{noticed or 'nothing to turn'}: {sentence}")
        )
        if tried and noticed is None:
            message = f"none of {tried} falsehoods upsets it: it does not hold {sentence!r}"
            pytest.fail(message, pytrace=False)
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
    """Print each sentence that was turned round and what its test noticed."""
    reports = [r for kind in ("passed", "failed") for r in terminalreporter.stats.get(kind, [])]
    turned = [
        text
        for report in reports
        for name, text in report.user_properties
        if name == "falsehood" and report.when == "call"
    ]
    if turned:
        terminalreporter.section(f"{len(turned)} sentences turned round")
        for text in sorted(turned):
            terminalreporter.write_line(text)
