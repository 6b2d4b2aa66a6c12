"""Planted lies: one documented digit, shape, dtype and error text of every entry, each caught.

The last test plants lies in a file and runs the command on it.
"""

import pytest
from support import ENTRIES, by_entry, entry_named, report_of

from cheatsheet.check.claims import check
from cheatsheet.check.lies import lies_about, plant
from cheatsheet.entry import Entry, read_entry


@pytest.mark.recorded
@pytest.mark.parametrize("entry", by_entry())
def test_lies_are_caught(entry: Entry) -> None:
    report = report_of(entry)
    if report.skipped:
        pytest.skip(f"{entry.name} needs {', '.join(report.observation.unmet)}")
    planted, missed = plant(report)
    assert not missed
    assert planted, "an entry without a single claim that could be wrong"


def test_number_of_lies(capsys) -> None:
    planted = sum(len(list(lies_about(entry))) for entry in ENTRIES)
    with capsys.disabled():
        print(f"\n{planted} lies planted in {len(ENTRIES)} entries (each caught by its test)")
    assert planted > len(ENTRIES)


@pytest.mark.parametrize("kind", ["output", "shape", "line shape", "raises"])
def test_a_lie_in_a_file_is_caught_by_a_run(kind: str, tmp_path) -> None:
    entry = entry_named("losses/classification/cross_entropy")
    lie = next(lie for lie in lies_about(entry) if lie.kind == kind)
    path = tmp_path / "cross_entropy.py"
    path.write_text(lie.source)
    report = check(read_entry(path, "cross_entropy"))
    assert [claim.kind for claim in report.failures] == [kind]
    assert f"{path}:" in report.explain()
