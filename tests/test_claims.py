"""Every claim of every entry: `pytest -k cross_entropy`, `pytest -k "huber and raises"`."""

import pytest
from support import ENTRIES, report_of, says

from cheatsheet.check.claims import KINDS
from cheatsheet.entry import Entry

#: The claims that an entry makes by being written, and those it makes by saying nothing.
MADE = {
    "runs": lambda entry: True,
    "output": lambda entry: True,  # also: no print without its output documented
    "shape": lambda entry: entry.shapes,
    "line shape": lambda entry: entry.line_shapes,
    "raises": lambda entry: entry.raises,
    "warns": lambda entry: entry.warns,
    "silence": lambda entry: True,
    "repeatability": lambda entry: True,
}

CASES = [
    pytest.param(entry, kind, id=f"{entry.name}-{kind.replace(' ', '_')}")
    for entry in ENTRIES
    for kind in KINDS
    if MADE[kind](entry)
]


@says(
    "README",
    "Copy-paste PyTorch snippets in which **every line on every page has been run**: each"
    " output, shape, dtype, error message and formula is checked by running it, and each "
    "sentence that states a fact is held by a test or by what its code prints.",
)
@says(
    "home",
    "Every snippet is a complete script: its output, its shapes and its error messages "
    "are checked by running it, on torch 2.15.0 and torchvision 0.29.2.",
)
@says(
    "CONTRIBUTING",
    "error, warning | `Raises:`, `Warns:`, rows with type, `` `expression` `` and a part "
    "of the message | evaluating the expression gives it",
)
@pytest.mark.recorded
@pytest.mark.parametrize(("entry", "kind"), CASES)
def test_claim(entry: Entry, kind: str) -> None:
    report = report_of(entry)
    if report.skipped:
        pytest.skip(f"{entry.name} needs {', '.join(report.observation.unmet)}")
    wrong = [c for c in report.claims if c.kind in (kind, "runs") and c.problem is not None]
    assert not wrong, "\n" + report.explain()
    if kind not in ("output",):
        assert any(claim.kind == kind for claim in report.claims)
