"""`cheatsheet upgrade`: what it prints, writes and returns."""

from __future__ import annotations

import sys
from typing import Literal

from packaging.version import InvalidVersion, Version

from cheatsheet.upgrade import files, report
from cheatsheet.upgrade.find import UnknownRuleError, Wanted
from cheatsheet.upgrade.rules import RULES
from cheatsheet.upgrade.run import Level, Outcome, examine_all

Form = Literal["text", "json", "github", "diff"]

__all__ = ["Form", "Level", "UsageError", "Wanted", "list_rules", "listed", "upgrade"]


class UsageError(ValueError):
    """What was asked for is not there."""


def listed(names: list[str] | None) -> tuple[str, ...]:
    """Return the names of an option that is given several times, or once with commas."""
    return tuple(part.strip() for name in names or () for part in name.split(",") if part.strip())


def list_rules() -> None:
    """Print the rules."""
    for rule in RULES.values():
        since = rule.since or "-"
        sys.stdout.write(f"{rule.name:<22} {since:<5} {rule.safety:<7} {rule.reason}: {rule.new}\n")


def upgrade(names: list[str], wanted: Wanted, level: Level, form: Form, write: bool) -> int:
    """Look through files, print what is old, write what is new, and return the exit code.

    Raises:
        UsageError: There is no such file, rule or release.
    """
    if not names:
        raise UsageError("expected files or folders; - reads standard input")
    try:
        if wanted.target is not None:
            Version(wanted.target)
        rules, paths = wanted.names(), files.expand(names)
    except InvalidVersion:
        raise UsageError(f"expected a release of torch as 2.13, got {wanted.target!r}") from None
    except (UnknownRuleError, files.UnusableError) as error:
        raise UsageError(str(error)) from None
    outcomes = []
    for outcome in examine_all(paths, rules, level):
        if outcome.after is not None and write and outcome.path != "-":
            try:
                files.write(outcome.path, outcome.after)
            except OSError as error:
                outcome.problem = f"{outcome.path}: {error.strerror}"
        outcomes.append(outcome)
    filters = "-" in paths and level != "none" and form == "text"
    if filters:
        _pass_through(next(outcome for outcome in outcomes if outcome.path == "-"))
    _print(outcomes, form, to_stderr=filters)
    if any(outcome.problem for outcome in outcomes):
        return 2
    left = [f for outcome in outcomes for f in outcome.findings if not f.fixed or not write]
    return 1 if left else 0


def _pass_through(outcome: Outcome) -> None:
    """Write the new text of standard input to standard output, or nothing if it is unreadable."""
    if outcome.problem is None:
        sys.stdout.buffer.write(outcome.read if outcome.after is None else outcome.after)
        sys.stdout.flush()


def _print(outcomes: list[Outcome], form: Form, to_stderr: bool) -> None:
    out = sys.stderr if to_stderr else sys.stdout
    if form == "json":
        out.write(report.as_json(outcomes) + "\n")
        return
    if form == "github":
        out.writelines(f"{line}\n" for line in report.for_github(outcomes))
        return
    for outcome in outcomes:
        if outcome.problem:
            sys.stderr.write(f"{outcome.problem}\n")
        if form == "diff":
            out.write(report.difference(outcome))
        else:
            out.writelines(f"{report.in_words(f)}\n" for f in outcome.findings if not f.fixed)
    if form == "text":
        _sum_up(outcomes)


def _sum_up(outcomes: list[Outcome]) -> None:
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    fixed = sum(finding.fixed for finding in findings)
    left = [finding for finding in findings if not finding.fixed]
    safe = sum(finding.safety == "safe" for finding in left)
    unreadable = sum(outcome.problem is not None for outcome in outcomes)
    parts = [f"{len(outcomes)} files: {len(left)} old calls"]
    if safe:
        parts.append(f"--fix rewrites {safe}")
    if fixed:
        parts.append(f"{fixed} fixed")
    if unreadable:
        parts.append(f"{unreadable} unreadable")
    sys.stderr.write(", ".join(parts) + "\n")
