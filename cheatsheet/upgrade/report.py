"""What is printed: for people, for programs, for GitHub."""

from __future__ import annotations

import dataclasses
import difflib
import json
from collections.abc import Sequence

from cheatsheet.upgrade.find import Finding
from cheatsheet.upgrade.run import Outcome

_ALLOWED = {
    "safe": "--fix rewrites it",
    "unsafe": "--unsafe rewrites it",
    "report": "by hand",
}


def in_words(finding: Finding) -> str:
    """Return one line about an old call."""
    place = f"{finding.path}:{f'cell {finding.cell}:' if finding.cell else ''}{finding.line}"
    what = "fixed" if finding.fixed else _ALLOWED[finding.safety]
    entry = f"; cheatsheet show {finding.entry}" if finding.entry else ""
    return (
        f"{place}:{finding.column}: {finding.rule}: {finding.reason}: {finding.new} ({what}{entry})"
    )


def as_json(outcomes: Sequence[Outcome]) -> str:
    """Return all that is known as JSON."""
    findings = [dataclasses.asdict(f) for outcome in outcomes for f in outcome.findings]
    problems = [
        {"path": outcome.path, "problem": outcome.problem}
        for outcome in outcomes
        if outcome.problem
    ]
    return json.dumps({"findings": findings, "unusable": problems}, indent=2)


def _escaped(text: str, more: str = "") -> str:
    for sign in f"%\r\n{more}":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def for_github(outcomes: Sequence[Outcome]) -> list[str]:
    """Return annotations as GitHub's workflows read them."""
    lines = []
    for outcome in outcomes:
        if outcome.problem:
            path = _escaped(outcome.path, ":,")
            lines.append(f"::error file={path}::{_escaped(outcome.problem)}")
        for finding in outcome.findings:
            if finding.fixed:
                continue
            path = _escaped(finding.path, ":,")
            # A notebook's lines are not those of its file.
            place = "" if finding.cell else f",line={finding.line},col={finding.column}"
            text = _escaped(f"{finding.reason}: {finding.new}")
            if finding.cell:
                text = f"cell {finding.cell}, line {finding.line}: {text}"
            lines.append(f"::warning file={path}{place},title={finding.rule}::{text}")
    return lines


def difference(outcome: Outcome) -> str:
    """Return what rewriting changes, as a patch."""
    if outcome.before is None or outcome.after is None:
        return ""
    old, new = (
        data.decode(errors="replace").splitlines(keepends=True)
        for data in (outcome.before, outcome.after)
    )
    lines = difflib.unified_diff(old, new, outcome.path, outcome.path)
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )
