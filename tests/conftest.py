"""Hold sentences against the pages; keep in one process what shares a costly start."""

import gc
import multiprocessing
import os
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

import falsehoods
import numpy as np
import pytest
import torch
from filelock import FileLock
from hypothesis import settings
from support import BROWSER_FLAGS, ENTRIES, missing, spared
from xdist.scheduler import LoadScopeScheduling

from cheatsheet.catalog import ROOT
from cheatsheet.check import runner, sentences
from cheatsheet.entry import Entry


@pytest.fixture(scope="session")
def addresses() -> dict[str, str]:
    """What whoever publishes the site says, in the environment."""
    return {
        "SITE_URL": "https://example.org/cheatsheet/",
        "REPOSITORY": "https://github.com/us/cheatsheet",
    }


@pytest.fixture(scope="session")
def step(pytestconfig) -> int:
    """Every eighth page stands for all where a test costs seconds a page; see `--every-page`."""
    return 1 if pytestconfig.option.every_page else 8


@pytest.fixture(scope="session")
def made_once(tmp_path_factory):
    """Return a folder that the first process fills, and the others take as it is."""
    base = tmp_path_factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def made(name, fill):
        folder = base / name
        with FileLock(base / f"{name}.lock"):
            if not folder.exists():
                unfinished = base / f"{name}.unfinished"
                shutil.rmtree(unfinished, ignore_errors=True)
                fill(unfinished)
                unfinished.rename(folder)
        return folder

    return made


@pytest.fixture(scope="session")
def site(addresses, made_once) -> Path:
    """Build the site as `make site` does, with warnings as errors and addresses set."""

    def build(folder):
        done = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
            cwd=ROOT,
            env={**os.environ, **addresses, "NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr

    return made_once("site", build)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the browser."""
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if found is None:
        missing("no Chromium for the browser tests. On Debian and Ubuntu: apt-get install chromium")
    return found


@pytest.fixture(scope="session")
def browser(chromium):
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=BROWSER_FLAGS)
        yield browser
        browser.close()


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
        shared = re.search(r"/scale/|/export/test_(?!notebooks)|/test_surface|/test_build", nodeid)
        return nodeid.partition("::")[0] if shared else nodeid


def pytest_configure(config):
    """Give each of several processes one thread: they share the cores."""
    if hasattr(config, "workerinput"):
        torch.set_num_threads(1)


def pytest_report_header(config):
    """Say how many entries a run leaves out, and how they are run too."""
    if config.option.spare_recorded:
        return (
            f"entries: {len(spared())} of {len(ENTRIES)} are word for word what held on this torch "
            "and are not run again (make test ALL=1 runs them too, and so does CI)"
        )
    return None


def pytest_collection_modifyitems(config, items):
    """Leave out tests of entries that are recorded, where the command says so."""
    if config.option.spare_recorded:
        left_out = spared()
        spare = [
            item
            for item in items
            if item.get_closest_marker("recorded")
            and item.callspec.params["entry"].name in left_out
        ]
        config.hook.pytest_deselected(items=spare)
        gone = {*spare}
        items[:] = [item for item in items if item not in gone]


def pytest_runtest_setup(item):
    """Refuse a test that holds a sentence which nobody says any more."""
    for mark in item.iter_markers("says"):
        owner, *texts = mark.args
        there = sentences.sentences(owner)
        for text in texts:
            if text not in there:
                pytest.fail(sentences.not_said(owner, text, there), pytrace=False)


@pytest.fixture(autouse=True)
def same_draws(pytestconfig):
    """Each test draws the same numbers in every run; `--seed` draws others."""
    seed = pytestconfig.option.seed
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)


@pytest.fixture(autouse=True)
def arguments_are_validated():
    """The first torch.compile of a process turns this off for all tests that follow."""
    torch.distributions.Distribution.set_default_validate_args(True)


@pytest.fixture(autouse=True)
def nothing_left_running():
    """Refuse a test that leaves processes: a browser that was open when they were forked waits for
    their end, since they hold its pipes too, and with it the whole run."""
    yield
    for process in multiprocessing.active_children():
        process.join(1)
    if multiprocessing.active_children():
        gc.collect()
    left = multiprocessing.active_children()
    for process in left:
        process.terminate()
    assert not left, (
        "the test leaves processes running, often in the traceback of an error it keeps"
    )


def pytest_addoption(parser):
    """What is looked at more closely than each time, and takes minutes."""
    parser.addoption("--seed", type=int, default=0, help="what tests draw from; 0 in each run")
    parser.addoption("--falsehoods", action="store_true", help="turn round every held sentence")
    parser.addoption(
        "--spare-recorded",
        action="store_true",
        help="run of the entries that the record of this torch has word for word every eighth, "
        "fewer notebooks and no second site builder",
    )
    parser.addoption(
        "--every-page",
        action="store_true",
        help="all pages and all seeds, where some stand for all",
    )


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
    run = {}
    for item in session.items:
        parameters = item.callspec.params.values() if hasattr(item, "callspec") else ()
        for value in (*parameters, *getattr(item.module, "RUNS", ())):
            if isinstance(value, Entry):
                run[value.name] = value
    runner.preload({module for entry in run.values() for module in entry.imports})
    gc.collect()
    gc.freeze()  # a million objects of the tests, which no later collection need look at


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
