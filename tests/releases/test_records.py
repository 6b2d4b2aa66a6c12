"""What was recorded on each release, and how a run is compared with it."""

import re
import tomllib
from collections import defaultdict

import pytest
from packaging.version import Version
from support import ENTRIES, says

from cheatsheet.catalog import ROOT
from cheatsheet.check import recorded
from cheatsheet.check.claims import Claim, Report, check
from cheatsheet.check.sandbox import Observation, is_met
from cheatsheet.check.update import update
from cheatsheet.entry import read_entry


def minor(torch):
    return ".".join(map(str, Version(torch).release[:2]))


def by_release():
    """Return what was recorded of the entries as they are written now, of all machines together."""
    found = {}
    for run in recorded.runs():
        of = found.setdefault(minor(run["torch"]), defaultdict(set, {"needs tried": {}}))
        for kind in recorded.OUTCOMES:
            of[kind] |= {*run[kind]}
        of["to the letter"] |= {*run["hold"]} - {*run["rounded"]}
        of["needs tried"] |= run["needs tried"]
    return found


RUNS = by_release()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
OLDEST = next(d.partition(">=")[2] for d in PROJECT["dependencies"] if d.startswith("torch>="))


def minors():
    newest = re.search(r"^torch==2\.(\d+)", (ROOT / "constraints.txt").read_text(), re.MULTILINE)
    return [f"2.{n}" for n in range(int(OLDEST.split(".")[1]), int(newest[1]) + 1)]


#: Of the entries the share that may be new or written anew since a release before the newest was
#: recorded: who adds an entry has one release, `make verify` has the others.
MAY_WAIT = 0.05


@says(
    "README",
    "Checked on torch 2.15.0 and torchvision 0.29.2, and on the releases from 2.11 on: where one"
    " of them prints, raises or warns something else, the entry says so.",
)
@pytest.mark.parametrize("release", minors())
def test_every_entry_holds_on_every_release_or_says_what_it_needs(release):
    run = RUNS[release]
    assert run["fail"] == set()
    known = {entry.name: entry for entry in ENTRIES}
    waiting = known.keys() - run["hold"] - run["skipped"]
    may_wait = 0 if release == minors()[-1] else MAY_WAIT * len(known)
    assert len(waiting) <= may_wait, f"`cheatsheet check --record --changed` on torch {release}"
    for name in run["skipped"]:
        needs = [need for need in known[name].needs if need.startswith(("cuda", "torch>="))]
        assert needs, f"{name} was skipped on {release} for want of a package"


@says(
    "CONTRIBUTING",
    "output | `#>` lines under a `print` | it is what was printed where it was recorded; "
    "elsewhere a number with decimals may differ by one unit in its last place",
)
def test_outputs_are_to_the_letter_what_the_newest_release_prints():
    run = RUNS[minors()[-1]]
    rounded = run["hold"] - run["to the letter"]
    assert not rounded, "`cheatsheet update` writes what these print"


@pytest.mark.parametrize(
    ("documented", "rounded"),
    [("0.3333", False), ("0.3334", True), ("-0.3333", None), (" 0.3333", True), ("0.3335", None)],
)
def test_a_last_digit_is_noted_and_written(documented, rounded, tmp_path):
    path = tmp_path / "subject.py"
    text = '"""Name: what for."""\n\nprint(round(1 / 3, 4))\n#> '
    path.write_text(f"{text}{documented}\n")
    checked = check(read_entry(path, "subject"))
    assert bool(checked.failures) is (rounded is None)
    recorded.write(tmp_path / "run.json", recorded.as_run([checked], torch="2.15.0"))
    assert recorded.read(tmp_path / "run.json")["rounded"] == (["subject"] if rounded else [])
    assert update(read_entry(path, "subject")) is (rounded is not False)
    assert path.read_text() == f"{text}0.3333\n"


@says(
    "CONTRIBUTING",
    "Once it is finished, `cheatsheet check --record --changed` records that it holds: a page says "
    "of an entry on which releases it held in the present text.",
)
@pytest.mark.parametrize("changed", [True, False])
def test_what_was_recorded_of_another_text_is_not_said(changed, tmp_path, monkeypatch):
    name, source = ENTRIES[0].name, ENTRIES[0].source
    text = f"{source}\n" if changed else source
    row = {"is": "hold", "digest": recorded.digest(text)}
    monkeypatch.setattr(recorded, "RESULTS", tmp_path)
    run = {"torch": "2.15.0", "device": "one", "date": "2026-01-02", "entries": {name: row}}
    recorded.write(tmp_path / "made.json", run)
    said = recorded.in_words(name, recorded.runs())
    assert said.startswith("Not checked yet" if changed else "Checked on torch 2.15.0, 2026-01-02")
    assert recorded.read(tmp_path / "made.json")["hold"] == [name]


@pytest.mark.parametrize("entry", [e for e in ENTRIES if "torch>=" in str(e.needs)])
def test_a_need_was_tried_on_the_release_before_and_it_failed(entry):
    (need,) = [need for need in entry.needs if need.startswith("torch>=")]
    before = max((r for r in RUNS if Version(r) < Version(need.partition(">=")[2])), key=Version)
    if entry.name not in RUNS[before]["skipped"]:
        pytest.skip(f"{entry.name} is not recorded yet on {before}")
    assert RUNS[before]["needs tried"][entry.name], f"{entry.name} runs on {before} all the same"


def test_a_need_that_is_not_met_is_tried(tmp_path, monkeypatch):
    path = tmp_path / "subject.py"
    path.write_text('"""Name: what for."""\n\n# needs: torch>=99\nprint(1)\n#> 1\nx = [][0]\n')
    report = check(read_entry(path, "subject"))
    assert report.skipped
    recorded.write(tmp_path / "run.json", recorded.as_run([report], torch="2.15.0"))
    run = recorded.read(tmp_path / "run.json")
    assert run["skipped"] == ["subject"]
    assert run["needs tried"] == {"subject": "IndexError: list index out of range"}
    assert not is_met("torch>=99")


# A run beside the record of its release


def report(entry, *, fails=False, torch="2.13.0"):
    claim = Claim("output", 1, problem="differs" if fails else None)
    return Report(entry.on(torch), (claim,), Observation(torch=torch))


EARLIER = next(entry for entry in ENTRIES if entry.on("2.13.0") is not entry)
OTHER = next(entry for entry in ENTRIES if entry.on("2.13.0") is entry)


def run_of(torch="2.13.0+cpu", **kinds):
    kinds = {"hold": [], "fail": [], "skipped": [], **kinds}
    return {"torch": torch, "date": "2026-01-02", "device": "one", **kinds}


@says("README", "`cheatsheet check` compares your run with the record of your release.")
@pytest.mark.parametrize(
    ("reports", "runs", "said"),
    [
        (
            [report(OTHER)],
            [run_of()],
            ["compared with the record of torch 2.13.0+cpu, 2026-01-02: no difference"],
        ),
        (
            [report(OTHER)],
            [run_of("2.12.1")],
            ["torch 2.13.0 was never recorded; recorded are 2.12.1"],
        ),
        ([report(EARLIER)], [run_of()], ["of this release", EARLIER.name]),
        ([report(OTHER, fails=True)], [run_of(hold=[OTHER.name])], ["held there", OTHER.name]),
        (
            [report(OTHER, fails=True)],
            [run_of(fail=[OTHER.name])],
            ["as they did there", OTHER.name],
        ),
        ([report(OTHER, fails=True)], [run_of()], ["not run there", OTHER.name]),
    ],
)
def test_a_run_is_compared_with_the_record_of_its_release(reports, runs, said):
    text = "\n".join(recorded.compared(reports, runs, "2.13.0"))
    assert all(part in text for part in said)
    assert ("never" in text) == ("never" in said[0])


def test_releases_on_which_an_entry_held():
    runs = [run_of("2.13.0", hold=["a"]), run_of("2.9.0", hold=["a", "b"]), run_of("2.15.0")]
    assert recorded.releases(["a"], runs) == [("one", ["2.9.0", "2.13.0"], "2026-01-02")]
    assert recorded.releases(["a", "b"], runs) == [("one", ["2.9.0"], "2026-01-02")]
    assert recorded.releases(["c"], runs) == []
