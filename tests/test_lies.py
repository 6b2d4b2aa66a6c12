"""Planted lies: one documented digit, shape, dtype and error text of every entry, each caught.

An altered claim leaves the code as it is, so what one run of the entry did decides all of its lies.
The last test plants lies in a file and runs the command on it.
"""

import re
from dataclasses import dataclass

import pytest
from support import ENTRIES, by_entry, entry_named, report_of

from cheatsheet.check.claims import check, decide
from cheatsheet.entry import Entry, read_entry


@dataclass
class Lie:
    kind: str
    source: str
    what: str


def _replace_line(source: str, number: int, old: str, new: str) -> str:
    lines = source.splitlines(keepends=True)
    assert old in lines[number - 1], (old, lines[number - 1])
    lines[number - 1] = lines[number - 1].replace(old, new, 1)
    return "".join(lines)


def _altered_number(text: str) -> str:
    """Move the last digit by two: one unit in the last place is rounding, two is a lie."""
    digit = text[-1]
    return text[:-1] + str((int(digit) + 2) % 10 if int(digit) < 8 else int(digit) - 2)


def lies_about(entry: Entry):
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
        old, dtype = row.shape.dims_text, row.shape.dtype
        new = "(1, 7)" if old == "()" else old.removesuffix(")").removesuffix(",") + ", 7)"
        yield Lie("shape", _replace_line(entry.source, row.line, old, new), new)
        other = "int64" if dtype != "int64" else "float32"
        yield Lie("shape", _replace_line(entry.source, row.line, dtype, other), other)
    for comment in entry.line_shapes[:1]:
        old = comment.shapes[0].dims_text
        new = "(1, 7)" if old == "()" else old.removesuffix(")").removesuffix(",") + ", 7)"
        yield Lie(
            "line shape", _replace_line(entry.source, comment.line, f"# {old}", f"# {new}"), new
        )
    for kind, rows in (("raises", entry.raises), ("warns", entry.warns)):
        for row in rows[:1]:
            word = row.message.split()[0]
            number = next(n for n in range(row.line, len(lines) + 1) if f" {word}" in lines[n - 1])
            lie = _replace_line(entry.source, number, f" {word}", f" {word}x")
            yield Lie(kind, lie, f"{word}x")


@pytest.mark.parametrize("entry", by_entry())
def test_lies_are_caught(entry: Entry, record_property) -> None:
    report = report_of(entry)
    if report.skipped:
        pytest.skip(f"{entry.name} needs {', '.join(report.observation.unmet)}")
    caught = planted = 0
    for lie in lies_about(entry):
        planted += 1
        liar = read_entry(entry.path, entry.name, lie.source)
        claims = decide(liar, report.observation)
        wrong = [claim for claim in claims if claim.problem is not None]
        assert {claim.kind for claim in wrong} == {lie.kind}, (lie.what, wrong)
        caught += 1
    assert planted, "an entry without a single claim that could be wrong"
    record_property("lies_planted", planted)
    record_property("lies_caught", caught)
    print(f"{entry.name}: {planted} lies planted, {caught} caught")


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
