"""Hold what an entry claims against what its run did."""

from __future__ import annotations

import difflib
import importlib.metadata
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from cheatsheet.check import runner
from cheatsheet.check.runner import run
from cheatsheet.check.sandbox import Failure, Observation, Request
from cheatsheet.entry import NOTHING, WHOLE_CODE, WRITES, Entry, FailureRow, Output
from cheatsheet.shapes import Shape, Value, bind_symbols, difference

#: The kinds of claim that a run decides, in the order in which they are reported.
KINDS = ("runs", "output", "shape", "line shape", "raises", "warns", "silence", "repeatability")


@dataclass(frozen=True)
class Claim:
    """One claim of an entry and whether it holds.

    Attributes:
        kind: One of `KINDS`.
        line: The line of the entry's file that makes the claim.
        problem: What was documented and what happened, or None where the claim holds.
        skipped: Why the claim was not decided, or None.
    """

    kind: str
    line: int
    problem: str | None = None
    skipped: str | None = None

    @property
    def holds(self) -> bool:
        """Whether the claim was decided and found true."""
        return self.problem is None and self.skipped is None


@dataclass(frozen=True)
class Report:
    """All claims of an entry, decided by running it."""

    entry: Entry
    claims: tuple[Claim, ...]
    observation: Observation

    @property
    def failures(self) -> tuple[Claim, ...]:
        """The claims that do not hold."""
        return tuple(claim for claim in self.claims if claim.problem is not None)

    @property
    def rounded(self) -> list[Output]:
        """The outputs that hold, but were printed with other last digits or other blanks."""
        if self.skipped or self.failures:
            return []
        return differing_outputs(self.entry, self.observation, to_the_letter=True)

    @property
    def is_earlier(self) -> bool:
        """Whether the release that it ran on is older than what the entry documents."""
        ran_on = self.observation.torch
        return bool(ran_on) and self.entry.on(ran_on) is not self.entry

    @property
    def skipped(self) -> bool:
        """Whether this machine lacks what the entry needs."""
        return bool(self.observation.unmet)

    def explain(self) -> str:
        """Say what is wrong: file and line, documented and found, and the next step."""
        return "\n".join(
            f"{self.entry.path}:{claim.line}: {claim.kind}: {claim.problem}"
            for claim in self.failures
        )


def check(entry: Entry, device: str | None = None, limit: float = runner.TIME_LIMIT) -> Report:
    """Run an entry and decide each of its claims.

    Args:
        entry: The entry.
        device: The default device for the run (`cuda`), or None to leave PyTorch's own.
        limit: Seconds after which a run counts as hanging.
    """
    entry = entry.on(importlib.metadata.version("torch"))
    observation = run(Request(entry, device=device), limit)
    if observation.unmet or observation.error:
        return Report(entry, tuple(decide(entry, observation)), observation)
    again = run(Request(entry, ambient_seed=1, device=device), limit)
    drawn: set[int] = set()
    if device is not None and entry.outputs:
        shifted = run(Request(entry, seed_shift=1), limit)
        drawn = {output.statement for output in differing_outputs(entry, shifted)}
    claims = decide(entry, observation, again=again, device=device, drawn=drawn)
    return Report(entry, tuple(claims), observation)


def decide(
    entry: Entry,
    seen: Observation,
    *,
    again: Observation | None = None,
    device: str | None = None,
    drawn: set[int] = frozenset(),  # type: ignore[assignment]
) -> Iterator[Claim]:
    """Decide each claim of an entry from what its run did.

    Args:
        entry: The entry.
        seen: What the run did.
        again: What a second run under another ambient seed did, where there was one.
        device: The default device of the run, where one was set.
        drawn: Statements whose output depends on random draws: another device draws others.
    """
    if seen.unmet:
        reason = f"needs {', '.join(seen.unmet)}"
        yield Claim("runs", 1, skipped=reason)
        return
    yield Claim("runs", 1, problem=seen.error)
    if seen.error is not None:
        return
    yield from _outputs(entry, seen, device, drawn)
    yield from _shapes(entry, seen)
    yield from _failures("raises", entry.raises, {k: [v] for k, v in seen.raised.items() if v})
    yield from _failures("warns", entry.warns, {**seen.warned, WHOLE_CODE: _said(seen)})
    yield Claim("silence", 1, problem="; ".join(_noises(entry, seen)) or None)
    if again is not None:
        same = again.printed == seen.printed and again.error is None
        problem = None if same else _not_repeatable(seen, again)
        yield Claim("repeatability", 1, problem=problem)


# Output


def _outputs(
    entry: Entry, seen: Observation, device: str | None, drawn: set[int]
) -> Iterator[Claim]:
    update = f"Run `cheatsheet update {entry.name}` to write what is printed"
    documented = {output.statement: output for output in entry.outputs}
    for statement, output in documented.items():
        printed = seen.printed.get(statement)
        problem: str | None
        if printed is None:
            problem = f"documented {output.text!r} under line {statement}, which prints nothing"
        elif statement in drawn:
            yield Claim("output", output.first, skipped=f"random draws differ on {device}")
            continue
        else:
            problem = _output_difference(output, printed, device)
        yield Claim("output", output.first, problem=problem and f"{problem}. {update}")
    for statement in sorted(seen.printed.keys() - documented.keys()):
        problem = f"prints {seen.printed[statement]!r}, nothing documented. {update}"
        yield Claim("output", statement, problem=problem)


def differing_outputs(
    entry: Entry, seen: Observation, *, to_the_letter: bool = False
) -> list[Output]:
    """Return the documented outputs that a run did not give.

    Args:
        entry: The entry.
        seen: What its run did.
        to_the_letter: Whether other last digits and other blanks are a difference too.
    """
    texts = [(o, *_texts(o, seen.printed.get(o.statement, ""))) for o in entry.outputs]
    if to_the_letter:
        return [output for output, expected, found in texts if expected != found]
    return [output for output, expected, found in texts if not same_text(expected, found)]


def _texts(output: Output, printed: str) -> tuple[str, str]:
    found = _stripped(printed)
    if output.first < output.statement:  # a row of `Before:`, where blanks count as one
        found = " ".join(found.split())
    return _stripped(output.text), found


def _output_difference(output: Output, printed: str, device: str | None) -> str | None:
    expected, found = _texts(output, printed)
    if device is not None:
        expected, found = _without_device(expected), _without_device(found)
    if same_text(expected, found):
        return None
    lines = difflib.unified_diff(
        expected.splitlines(), found.splitlines(), "documented", "printed", lineterm=""
    )
    return "output differs\n" + "\n".join(lines) + "\n"


def _stripped(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.rstrip("\n").split("\n"))


def _without_device(text: str) -> str:
    """Drop what names the device, so that outputs of two devices compare."""
    text = re.sub(r",\s+device='\w+(:\d+)?'", "", text)
    return re.sub(r"\b(cpu|cuda|mps|xpu)(:\d+)?\b", "DEVICE", text)


_TOKEN = re.compile(r"[-+]?(?:\d+\.\d*|\.\d+|\d+)(?:e[-+]?\d+)?|\w+|\S", re.IGNORECASE)


def same_text(documented: str, printed: str) -> bool:
    """Tell whether two outputs agree.

    They agree where the text is the same, but for numbers with decimals: these may differ by one
    unit in the last place that is documented. Whole numbers are exact (`3`, and `3.` too, which
    is how a tensor prints a whole float).
    """
    if documented == printed:
        return True
    expected, found = documented.split("\n"), printed.split("\n")
    return len(expected) == len(found) and all(
        _same_line(a, b) for a, b in zip(expected, found, strict=True)
    )


def _same_line(documented: str, printed: str) -> bool:
    expected, found = _TOKEN.findall(documented), _TOKEN.findall(printed)
    return len(expected) == len(found) and all(
        a == b or _same_number(a, b) for a, b in zip(expected, found, strict=True)
    )


def _same_number(documented: str, printed: str) -> bool:
    try:
        expected, found = Decimal(documented), Decimal(printed)
    except InvalidOperation:
        return False
    exponent = expected.as_tuple().exponent
    if found.as_tuple().exponent != exponent or not isinstance(exponent, int) or exponent >= 0:
        return expected == found and exponent == found.as_tuple().exponent
    return abs(expected - found) <= Decimal((0, (1,), exponent))


# Shapes


def _shapes(entry: Entry, seen: Observation) -> Iterator[Claim]:
    pairs: list[tuple[str, int, Shape, Value]] = []
    for row in entry.shapes:
        value = seen.values.get(row.name)
        if value is None:
            yield Claim(
                "shape", row.line, problem=f"the code leaves no variable named {row.name!r}"
            )
        else:
            pairs.append(("shape", row.line, row.shape, value))
    for claim in entry.line_shapes:
        passes = seen.lines.get(claim.line, [])
        if not passes:
            yield Claim("line shape", claim.line, problem="the line was never reached")
        for values in passes:
            if len(claim.shapes) == 1 and len(values) != 1:
                found = f"a sequence of {len(values)}"
                yield Claim("line shape", claim.line, problem=f"documented one shape, got {found}")
            elif len(claim.shapes) != len(values):
                problem = f"documented {len(claim.shapes)} shapes, the line has {len(values)}"
                yield Claim("line shape", claim.line, problem=problem)
            else:
                pairs += [
                    ("line shape", claim.line, shape, value)
                    for shape, value in zip(claim.shapes, values, strict=True)
                ]
    sizes = bind_symbols([(shape, value) for *_, shape, value in pairs])
    decided: dict[tuple[str, int], Claim] = {}
    for kind, line, shape, value in pairs:
        claim_of_line = Claim(kind, line, problem=difference(shape, value, sizes))
        known = decided.get((kind, line))
        if known is None or known.holds:
            decided[kind, line] = claim_of_line
    yield from decided.values()


# Errors and warnings


def _failures(
    kind: str, rows: tuple[FailureRow, ...], seen: dict[str, list[Failure]]
) -> Iterator[Claim]:
    for row in rows:
        found = seen.get(row.expression, [])
        if any(_matches(row, failure) for failure in found) or (row.type == NOTHING and not found):
            yield Claim(kind, row.line)
            continue
        what = "; ".join(f"{f.type}: {' '.join(f.message.split())}" for f in found) or NOTHING
        documented = f"{row.type}: {row.message}".removesuffix(": ")
        yield Claim(
            kind, row.line, problem=f"`{row.expression}` {kind} {what}, documented {documented}"
        )


def _matches(row: FailureRow, failure: Failure) -> bool:
    return row.type.split(".")[-1] == failure.type and row.message in " ".join(
        failure.message.split()
    )


# Silence and repeatability


def _said(seen: Observation) -> list[Failure]:
    """Return what the code itself warned and wrote to standard error."""
    return [*seen.warnings, *([Failure(WRITES, seen.stderr)] if seen.stderr else [])]


def _noises(entry: Entry, seen: Observation) -> Iterator[str]:
    documented = [row for row in entry.warns if row.expression == WHOLE_CODE]
    for failure in _said(seen):
        if any(_matches(row, failure) for row in documented):
            continue
        if failure.type == WRITES:
            yield f"writes to standard error: {failure.message[:500]!r}"
        else:
            yield f"warns: {failure.type}: {failure.message}"
    if seen.stray:
        yield f"prints from outside its own lines: {seen.stray[:500]!r}"
    if seen.files:
        yield f"leaves files behind: {', '.join(seen.files[:5])}"
    if seen.network:
        yield f"reaches for the network: {', '.join(seen.network)}"


def _not_repeatable(seen: Observation, again: Observation) -> str:
    if again.error is not None:
        return f"a second run fails: {again.error}"
    lines = [n for n in seen.printed if seen.printed[n] != again.printed.get(n)]
    return (
        f"a second run under another seed prints something else at line {min(lines, default=1)}. "
        "Set the seed in the entry: torch.manual_seed(0)"
    )
