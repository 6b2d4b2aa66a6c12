"""What was recorded on each release, and how a run is compared with it."""

import re
import tomllib

import pytest
from packaging.version import Version
from support import ENTRIES, says

from cheatsheet.catalog import ROOT
from cheatsheet.check import recorded
from cheatsheet.check.claims import Claim, Report, check
from cheatsheet.check.sandbox import Observation, is_met
from cheatsheet.entry import read_entry

RUNS = {".".join(map(str, Version(run["torch"]).release[:2])): run for run in recorded.runs()}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
OLDEST = next(d.partition(">=")[2] for d in PROJECT["dependencies"] if d.startswith("torch>="))


def minors():
    newest = re.search(r"^torch==2\.(\d+)", (ROOT / "constraints.txt").read_text(), re.MULTILINE)
    return [f"2.{n}" for n in range(int(OLDEST.split(".")[1]), int(newest[1]) + 1)]


@says(
    "README",
    "Checked on torch 2.15.0 and torchvision 0.29.2, and on the releases from 2.11 on: where one"
    " of them prints, raises or warns something else, the entry says so.",
)
@pytest.mark.parametrize("release", minors())
def test_every_entry_holds_on_every_release_or_says_what_it_needs(release):
    run = RUNS[release]
    assert run["fail"] == []
    known = {entry.name: entry for entry in ENTRIES}
    assert {*run["hold"], *run["skipped"]} == set(known)
    for name in run["skipped"]:
        needs = [need for need in known[name].needs if need.startswith(("cuda", "torch>="))]
        assert needs, f"{name} was skipped on {release} for want of a package"


@pytest.mark.parametrize("entry", [e for e in ENTRIES if "torch>=" in str(e.needs)])
def test_a_need_was_tried_on_the_release_before_and_it_failed(entry):
    (need,) = [need for need in entry.needs if need.startswith("torch>=")]
    before = max((r for r in RUNS if Version(r) < Version(need.partition(">=")[2])), key=Version)
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
