"""Programs in the style of their years: what is reported, and what they print once rewritten."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest
from pairs import read, run

from cheatsheet.upgrade.rules import RULES
from cheatsheet.upgrade.run import examine

PROGRAMS = {path.stem: read(path) for path in sorted((Path(__file__).parent / "years").iterdir())}
ALL = frozenset(RULES)


def marks(code):
    """Return what the marks `#~ rule` at the ends of lines expect."""
    found = Counter()
    for number, line in enumerate(code.splitlines(), start=1):
        for rule in line.partition("#~")[2].split():
            found[number, rule] += 1
    return found


def unmarked(code):
    return re.sub(r"  #~.*", "", code)


def examined(code, level):
    outcome = examine("program.py", code.encode(), ALL, level)
    assert outcome.problem is None
    return outcome


@pytest.mark.parametrize("name", PROGRAMS)
def test_what_is_old_is_reported_and_nothing_else(name):
    code = PROGRAMS[name].before
    expected = marks(code)
    reported = Counter((f.line, f.rule) for f in examined(code, "none").findings)
    # Imports of what is not there any more are reported beside the calls.
    imports = {
        node.lineno
        for node in ast.walk(ast.parse(code.replace("async=", "async_=")))
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    reported = Counter({key: n for key, n in reported.items() if key[0] not in imports})
    assert reported - expected == Counter(), "false alarms"
    assert expected - reported == Counter(), "not found"


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_rewritten_program_prints_what_a_modern_one_prints(name):
    pair = PROGRAMS[name]
    result = examined(unmarked(pair.before), "unsafe").after.decode()
    printed, _, error = run(result, name)
    modern, _, other = run(pair.after, "modern")
    assert (error, other) == (None, None)
    assert printed == modern
    assert examined(result, "unsafe").after is None


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_comments_stay(name):
    code = unmarked(PROGRAMS[name].before)
    result = examined(code, "unsafe").after.decode()
    assert re.findall(r"#.*", code) == re.findall(r"#.*", result)


def test_they_are_as_long_as_programs_are():
    assert len(PROGRAMS) >= 5
    for pair in PROGRAMS.values():
        assert 50 <= len(pair.before.splitlines()) <= 200
