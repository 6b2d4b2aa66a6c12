"""Planted lies: claims of an entry altered, to see that the checker notices.

An altered claim leaves the code as it is, so what one run of the entry did decides all of its lies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cheatsheet.check.claims import Report, decide
from cheatsheet.entry import Entry, FailureRow, read_entry


@dataclass(frozen=True)
class Lie:
    """An entry with one claim altered.

    Attributes:
        kind: Of the claim, one of `claims.KINDS`.
        source: The text of the file.
        what: The altered part.
    """

    kind: str
    source: str
    what: str


def lies_about(entry: Entry) -> Iterator[Lie]:
    """Yield the entry with a first output, its last number, shape, dtype and message altered."""
    lines = entry.source.splitlines()
    if entry.outputs:
        first = entry.outputs[0]
        text = lines[first.first - 1]
        yield Lie("output", _replace_line(entry.source, first.first, text, f"{text}x"), "x")
    for output in entry.outputs:
        numbers = re.findall(r"\d+(?:\.\d+)?", output.text)
        if numbers:
            number = numbers[-1]
            line = next(n for n in range(output.first, output.last + 1) if number in lines[n - 1])
            text = lines[line - 1]
            start = text.rindex(number)
            lie = text[:start] + _altered_number(number) + text[start + len(number) :]
            yield Lie("output", _replace_line(entry.source, line, text, lie), lie)
            break
    for row in entry.shapes[:1]:
        old, dtype = row.shape.dims_text, str(row.shape.dtype)
        new = "(1, 7)" if old == "()" else old.removesuffix(")").removesuffix(",") + ", 7)"
        yield Lie("shape", _replace_line(entry.source, row.line, old, new), new)
        other = "int64" if dtype != "int64" else "float32"
        yield Lie("shape", _replace_line(entry.source, row.line, dtype, other), other)
    for comment in entry.line_shapes[:1]:
        old = comment.shapes[0].dims_text
        new = "(1, 7)" if old == "()" else old.removesuffix(")").removesuffix(",") + ", 7)"
        mark = "# <- " if f"# <- {old}" in lines[comment.line - 1] else "# "
        lie_source = _replace_line(entry.source, comment.line, mark + old, mark + new)
        yield Lie("line shape", lie_source, new)
    for kind, rows in (("raises", entry.raises), ("warns", entry.warns)):
        for failure in [row for row in rows if row.message][:1]:
            yield Lie(kind, _with_lie(lines, failure), failure.message.split()[0] + "x")


def _with_lie(lines: list[str], failure: FailureRow) -> str:
    """Return the source with an x behind the first word of a row's message."""
    above, row = lines[: failure.line - 1], "\n".join(lines[failure.line - 1 :])
    expression = r"\s+".join(map(re.escape, failure.expression.split()))
    match = re.search(rf"`\s*{expression}\s*`\s+\S+", row)
    assert match, failure
    return "\n".join([*above, f"{match.string[: match.end()]}x{match.string[match.end() :]}"])


def plant(report: Report) -> tuple[int, list[Lie]]:
    """Plant all lies about an entry that was run.

    Returns:
        How many there are, and those that the checker does not name as what they are.
    """
    entry = report.entry
    lies = list(lies_about(entry))
    missed = []
    for lie in lies:
        liar = read_entry(entry.path, entry.name, lie.source).on(report.observation.torch)
        wrong = [c for c in decide(liar, report.observation) if c.problem is not None]
        # A warning of the whole code that is no longer explained breaks the silence as well.
        if {claim.kind for claim in wrong} - {"silence"} != {lie.kind}:
            missed.append(lie)
    return len(lies), missed


def _replace_line(source: str, number: int, old: str, new: str) -> str:
    lines = source.splitlines(keepends=True)
    assert old in lines[number - 1], (old, lines[number - 1])
    lines[number - 1] = lines[number - 1].replace(old, new, 1)
    return "".join(lines)


def _altered_number(text: str) -> str:
    """Move the last digit by two: one unit in the last place is rounding, two is a lie."""
    digit = text[-1]
    return text[:-1] + str((int(digit) + 2) % 10 if int(digit) < 8 else int(digit) - 2)
