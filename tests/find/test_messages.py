"""A pasted message, with its own numbers and in any traceback, leads to the entry that knows it."""

import json
import re
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pasted import FRAMES, varied
from support import ENTRIES, cheatsheet, says

from cheatsheet.find import index
from cheatsheet.find.words import readings
from cheatsheet.messages import fixed_words, messages_of

ERRORS = [entry for entry in ENTRIES if entry.name.startswith("errors/")]
ROWS = [
    (entry.name, f"{row.type}: {row.message}")
    for entry in ENTRIES
    for row in entry.raises + entry.warns
]
FOREIGN = (Path(__file__).parent / "foreign.txt").read_text(encoding="utf-8").splitlines()


TYPED = re.compile(r"[A-Za-z_][\w.]*: ")


def owners():
    """Return the error entries that know each message, by its fixed words."""
    known = {}
    for entry in ERRORS:
        for message in messages_of(entry):
            known.setdefault(tuple(fixed_words(message)), []).append((entry.name, message))
    return known


@pytest.mark.parametrize("frame", FRAMES)
def test_each_message_leads_to_its_entry_with_other_numbers_and_names(ranking, frame):
    wrong = []
    asked = 0
    for rows in owners().values():
        names = {name for name, _ in rows}
        for name, message in rows:
            if frame != "bare" and not TYPED.match(message):
                continue  # a line of a log, not the end of a traceback
            asked += 1
            text = varied(message, zlib.crc32(name.encode()))
            _, found = index.explain(ranking.messages, FRAMES[frame](text))
            if not found or found[0].name not in names:
                wrong.append((text[:90], found[:1] and found[0].name, name))
    print(f"{frame}: {asked} messages of {len(ERRORS)} entries, {len(wrong)} lead elsewhere")
    print(*wrong, sep="\n")
    assert len(wrong) <= 0.02 * asked


def test_each_error_entry_is_first_for_a_message_of_its_own(ranking):
    lost = []
    for entry in ERRORS:
        found = [ranking.messages.explain(message)[:1] for message in messages_of(entry)]
        if entry.name not in {known.name for hits in found for known in hits}:
            lost.append(entry.name)
    assert not lost


@says(
    "README",
    "Rows of `Raises:` and `Warns:` are known, and the wordings of entries; what no entry"
    " knows is answered by nothing.",
)
def test_each_row_leads_to_its_entry_or_to_an_error_entry(ranking):
    of = {}
    for name, message in ROWS:
        of.setdefault(tuple(fixed_words(message)), set()).add(name)
    wrong = []
    for name, message in ROWS:
        found = [hit.document.name for hit in ranking.search(message)][:1]
        known = of[tuple(fixed_words(message))]
        if not found or not (found[0] in known or found[0].startswith("errors/")):
            wrong.append((name, message, found))
    print(f"{len(ROWS)} rows, {len(wrong)} lead elsewhere: {wrong}")
    assert not wrong


@says(
    "README",
    "`tests/find/foreign.txt` holds messages of other libraries that have to stay without"
    " an answer.",
)
@pytest.mark.parametrize("frame", ["bare", "traceback", "notebook"])
def test_messages_of_other_libraries_are_not_known(ranking, frame):
    assert len(FOREIGN) >= 100
    texts = [FRAMES[frame](message) for message in FOREIGN]
    known = [
        (text[-90:], found) for text in texts if (found := index.explain(ranking.messages, text)[1])
    ]
    assert not known


@says(
    "README",
    "What is pasted is a message, not words: of a traceback the last error that is known "
    "is read, and an entry knows it by its fixed words in their order "
    "(`cheatsheet/messages.py`), whatever its numbers, shapes, names, dtypes and paths.",
)
def test_the_last_message_that_is_known_is_read():
    first = "RuntimeError: mat1 and mat2 shapes cannot be multiplied (4x576 and 400x120)"
    text = (
        f"{FRAMES['traceback'](first)}\nDuring handling of the above exception, another exception "
        f"occurred:\n\n{FRAMES['traceback']('TypeError: unsupported operand')}\nepoch 4, loss 0.31"
    )
    assert [read.split("\n")[0] for read in readings(text)][:2] == [
        "TypeError: unsupported operand",
        first,
    ]
    warned = "/usr/lib/x.py:3: UserWarning: leaked semaphores\n  warnings.warn('leaked')\n"
    assert readings(FRAMES["traceback"](first) + warned)[0].startswith(first)


def test_explain_shows_cause_fix_and_page():
    done = cheatsheet("explain", "mat1 and mat2 shapes cannot be multiplied (32x1024 and 512x10)")
    shown = done.stdout
    assert done.returncode == 0
    assert "read: mat1 and mat2 shapes" in shown
    assert "in_features" in shown
    assert "nn.LazyLinear(3)" in shown
    assert "errors/shapes.html#mat1_and_mat2" in shown


def test_explain_reads_the_output_of_a_program():
    log = "epoch 1, loss 2.3\n" * 5000 + FRAMES["traceback"](
        "IndexError: Target 91 is out of bounds."
    )
    done = cheatsheet("explain", "--json", stdin=log.encode())
    answer = json.loads(done.stdout)
    assert done.returncode == 0
    assert answer["read"] == "IndexError: Target 91 is out of bounds."
    assert answer["entries"][0]["name"] == "errors/losses/target_out_of_bounds"
    assert answer["entries"][0]["url"] == "errors/losses.html#target_out_of_bounds"


UNKNOWN = {
    "nothing": b"",
    "blanks": b" \n\n ",
    "no text": bytes(range(256)) * 20,
    "a megabyte": b"q" * 1_000_000,
    "a megabyte of lines": b"loss 0.3\n" * 120_000,
    "another library": FRAMES["traceback"](FOREIGN[0]).encode(),
    "an exit": b"KeyboardInterrupt\n",
}


@pytest.mark.parametrize("name", UNKNOWN)
def test_what_is_not_known_is_said_and_exits_with_1(name):
    done = cheatsheet("explain", stdin=UNKNOWN[name])
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"not known here" in done.stderr
    done = cheatsheet("explain", "--json", stdin=UNKNOWN[name])
    assert (done.returncode, json.loads(done.stdout)["entries"]) == (1, [])


@given(st.text())
def test_any_text_has_a_reading(ranking, text):
    read, found = index.explain(ranking.messages, text)
    assert read in readings(text)
    assert isinstance(found, list)
