"""Each rule on its pair of programs: found, rewritten, run with the same result."""

import struct
from collections import Counter

import pytest
import torch
from packaging.version import Version
from pairs import PAIRS, run
from support import says

from cheatsheet import catalog
from cheatsheet.upgrade.rules import ENTRIES, RULES
from cheatsheet.upgrade.run import examine

ALL = frozenset(RULES)
EVERY = sorted(PAIRS)


def look(code, level="none", rules=ALL):
    outcome = examine("program.py", code.encode(), rules, level)
    assert outcome.problem is None
    new = outcome.after.decode() if outcome.after is not None else code
    return outcome, new


def found(code):
    return Counter(finding.rule for finding in look(code)[0].findings)


def test_each_rule_has_its_pair():
    assert PAIRS.keys() == RULES.keys()


def test_entries_of_rules_exist():
    assert ENTRIES.keys() <= RULES.keys()
    assert set(ENTRIES.values()) <= catalog.entry_paths().keys()


@pytest.mark.parametrize("name", EVERY)
def test_the_old_program_is_reported_and_the_new_one_is_not(name):
    pair = PAIRS[name]
    assert found(pair.before).keys() == {name, *pair.notes.get("also", "").split()}
    assert not found(pair.after)


@pytest.mark.parametrize("name", EVERY)
def test_the_old_program_is_rewritten_to_the_new_one(name):
    pair, safety = PAIRS[name], RULES[name].safety
    by_fix = look(pair.before, "safe")[1]
    by_unsafe = look(pair.before, "unsafe")[1]
    if safety == "report":
        assert by_unsafe == pair.before
    else:
        assert by_unsafe == pair.after
        assert by_fix == (pair.after if safety == "safe" else pair.before)


@pytest.mark.parametrize("name", EVERY)
def test_a_second_run_changes_nothing(name):
    once = look(PAIRS[name].before, "unsafe")[1]
    again, twice = look(once, "unsafe")
    assert twice == once
    assert again.after is None


@pytest.fixture
def digits(tmp_path, monkeypatch):
    """MNIST of three pictures, in its own format."""
    folder = tmp_path / "data" / "MNIST" / "raw"
    folder.mkdir(parents=True)
    for kind in ("train", "t10k"):
        images = struct.pack(">IIII", 0x803, 3, 28, 28) + bytes(3 * 28 * 28)
        (folder / f"{kind}-images-idx3-ubyte").write_bytes(images)
        labels = struct.pack(">II", 0x801, 3) + bytes([7, 2, 1])
        (folder / f"{kind}-labels-idx1-ubyte").write_bytes(labels)
    monkeypatch.chdir(tmp_path)


@says(
    "README",
    "Each rule is a pair of programs in `tests/upgrade/pairs/`, before and after, and both are"
    " run.",
)
@pytest.mark.parametrize("name", EVERY)
def test_both_programs_give_the_same_result(name, digits):
    pair = PAIRS[name]
    if pair.notes.get("needs") == "cuda" and not torch.cuda.is_available():
        pytest.skip("needs cuda")
    old, _, failure = run(pair.before, "before")
    new, left, error = run(pair.after, "after")
    assert error is None
    assert new
    still_ran = (
        Version(torch.__version__).release[:2] <= Version(pair.notes.get("until", "0")).release
    )
    if "raises" in pair.notes and not still_ran:
        kind, _, words = pair.notes["raises"].partition(": ")
        assert failure is not None
        assert failure.startswith(kind)
        assert words in failure
    else:
        assert failure is None
        assert (old != new) == ("differs" in pair.notes)
    assert pair.check or not pair.notes.keys() & {"raises"}
    exec(compile(pair.check, f"<{name}, check>", "exec"), left)


def test_what_gives_another_result_is_never_safe():
    different = {name for name, pair in PAIRS.items() if "differs" in pair.notes}
    assert not {name for name in different if RULES[name].safety == "safe"}
