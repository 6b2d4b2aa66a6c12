"""Every sentence is held by a test or a claim, or listed as what cannot be run."""

import datetime
import random
import re
from dataclasses import replace
from pathlib import Path

import pytest
from support import ENTRIES, says

from cheatsheet import catalog
from cheatsheet.check import sentences
from cheatsheet.check.sentences import Listed, Said, Sentence, decide
from cheatsheet.entry import read_entry

ENTRY = '''r"""Heading: what it is for.

It adds `a. B` and $x. Y$. See [the other](other.md#it). More in [the "table"](#t) below, for
all of 2.5 rows!

$$y = x. Z$$

- One item. Its second sentence.
- Another

| Head | Row |
|---|---|
| a cell | [a link](x.md) |

Attributes: Shapes
    x: (N,) float32, the input
"""

# needs: nothing
import torch

# %% Section
# A comment that goes
# on here. And ends.
x = torch.ones(2)  # (2,): all ones
# Another one.


def f():
    """What it does."""
    return x  # behind code


print(x)
#> tensor([1., 1.])
'''


@says(
    "CONTRIBUTING",
    "Sentences are those of the docstring, of comments, of the words behind a shape, of "
    "tables and of a page's introduction.",
)
def test_what_a_sentence_is():
    entry = read_entry(Path("made.py"), "made", ENTRY)
    found = sentences.sentences_of(entry)
    assert [(sentence.line, sentence.text) for sentence in found] == [
        (1, "what it is for."),
        (3, "It adds `a. B` and $x. Y$."),
        (3, "See the other."),
        (3, 'More in the "table" below, for all of 2.5 rows!'),
        (3, "One item."),
        (3, "Its second sentence."),
        (3, "Another"),
        (3, "a cell | a link"),
        (16, "the input"),
        (30, "What it does."),
        (23, "A comment that goes on here."),
        (23, "And ends."),
        (25, "all ones"),
        (26, "Another one."),
        (31, "behind code"),
    ]
    assert [sentence.text for sentence in found if sentence.is_pointer] == ["See the other."]


def account(text="It is one.", said=(), listed=None, claims="tensor([1., 1.])"):
    """Account for one sentence, given tests (name, draws, needs_gpu) and a row (kind, claim)."""
    path = Path("made.py")
    tests = [Said("made", text, name, draws, gpu, path, 1) for name, draws, gpu in said]
    rows = {text: Listed("made", text, *listed, path, 1)} if listed else {}
    written = {text: Sentence("made", text, path, 1, False)}
    return decide(written, {text: tests} if tests else {}, rows, claims)


def test_what_holds_a_sentence():
    assert account(said=[("test_it", False, False)]).held == 1
    assert account(listed=("shown", "[1., 1.]")).held == 1
    assert account("All are one.", said=[("test_it", True, False)]).held == 1
    waiting = account(said=[("test_it", False, True)])
    assert (waiting.facts, waiting.held, waiting.waiting) == (1, 0, 1)
    assert (account(listed=("gpu", "")).waiting, account(listed=("advice", "")).facts) == (1, 0)


@says(
    "CONTRIBUTING",
    "Words such as always, only and the same need a test that draws its inputs or has "
    "several by parameter.",
)
@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({}, "is held by nothing"),
        ({"listed": ("shown", "tensor([2., 1.])")}, "is no part of what the entry claims"),
        ({"listed": ("shown", "")}, "is no part of what the entry claims"),
        ({"said": [("test_it", False, False)], "listed": ("advice", "")}, "take it off the list"),
        ({"text": "It never is.", "said": [("test_it", False, False)]}, "looks at one example"),
        ({"text": "All are one.", "listed": ("shown", "1.")}, "which one example cannot show"),
    ],
)
def test_what_does_not(arguments, problem):
    (found,) = account(**arguments).problems
    assert problem in found
    assert found.startswith("made.py:1: ")


@says(
    "CONTRIBUTING",
    "A sentence that is reworded is no longer held: its test fails and names the nearest one.",
)
def test_a_reworded_sentence_is_named_with_the_nearest():
    written = {
        text: Sentence("made", text, Path("made.py"), 1, False) for text in ("No.", "It is.")
    }
    quoted = Said("made", "It was.", "test_it", False, False, Path("test_made.py"), 7)
    problems = decide(written, {"It was.": [quoted]}, {}, "").problems
    assert "test_made.py:7: made does not say 'It was.'; nearest: 'It is.'" in problems


@pytest.mark.parametrize("owner", sentences.owners())
def test_every_sentence_is_accounted_for(owner: str) -> None:
    problems = sentences.account(owner).problems
    assert not problems, "\n" + "\n".join(problems)


def test_what_is_quoted_belongs_to_something() -> None:
    quoted = {*sentences.said(), *sentences.listed()}
    assert not quoted - set(sentences.owners())


def test_each_list_is_that_of_one_page() -> None:
    """`tests/sentences/losses/regression.txt` speaks of that page and of its own entries."""
    for owner, rows in sentences.listed().items():
        is_page = owner in sentences.DOCUMENTS or (catalog.SNIPPETS / owner).is_dir()
        page = owner if is_page else owner.rpartition("/")[0]
        files = {row.path.relative_to(sentences.LISTS).as_posix() for row in rows.values()}
        assert files == {f"{page}.txt"}


def test_the_numbers(capsys) -> None:
    total = sentences.Account()
    with capsys.disabled():
        print()
        for topic in (*sentences.DOCUMENTS, *(page.name for page in catalog.topics())):
            owners = [o for o in sentences.owners() if f"{o}/".startswith(f"{topic}/")]
            of_topic = sentences.Account()
            for owner in owners:
                of_topic.add(sentences.account(owner))
            total.add(of_topic)
            print(f"{topic}: {of_topic}")
        print(f"all: {total}")
    assert len(total.sentences) == total.facts + total.advice
    assert len(total.sentences) > 5 * len(ENTRIES)


#: One word for another that makes a statement false, tried in this order.
TURNED = [
    (r"\bnot ", ""), (r"\bno ", "a "), (r"\bnever\b", "always"), (r"\bonly\b", "also"),
    (r"\bTrue\b", "False"), (r"\bFalse\b", "True"), (r"\bfloat32\b", "float64"),
    (r"\bint64\b", "int32"), (r"\bbefore\b", "after"), (r"\bfirst\b", "last"),
    (r"\blast\b", "first"), (r"\bmore\b", "less"), (r"\bsmaller\b", "larger"),
    (r"\b(is|are|has|have|does|can|may|takes|gives|needs|makes|stays|keeps)\b", r"\1 not"),
    (r"\d", lambda digit: str((int(digit[0]) + 1) % 10)), (r"$", " Not so."),
]  # fmt: skip


def turned(text: str) -> str:
    return next(re.sub(old, new, text, count=1) for old, new in TURNED if re.search(old, text))


def is_shown(owner: str, text: str) -> bool:
    row = sentences.listed().get(owner, {}).get(text)
    return row is not None and row.kind == sentences.SHOWN


def test_a_hundred_sentences_turned_round_are_refused(capsys) -> None:
    """Drawn anew each day: what nobody holds in these words fails the build, and names the old."""
    facts = [
        (owner, text)
        for owner in sentences.owners()
        for text in sentences.sentences(owner)
        if (text in sentences.said().get(owner, {}) or is_shown(owner, text))
        and turned(text) not in sentences.sentences(owner)
    ]
    drawn = random.Random(datetime.date.today().toordinal()).sample(facts, 100)
    for owner, text in drawn:
        written = dict(sentences.sentences(owner))
        lie = turned(text)
        written[lie] = replace(written.pop(text), text=lie)
        quoted = sentences.said().get(owner, {}), sentences.listed().get(owner, {})
        problems = "\n".join(decide(written, *quoted, claims="").problems)
        assert f"{lie!r} is held by nothing" in problems
        assert f"{owner} does not say {text!r}; nearest: " in problems
        print(f"{owner}: {lie}")
    with capsys.disabled():
        print(f"\n{len(drawn)} of {len(facts)} held sentences turned round, all refused")
