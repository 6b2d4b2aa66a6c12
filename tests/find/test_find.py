"""`cheatsheet find`: the right entry first, and an answer to any input."""

import hashlib
import json
import re
import tomllib
from dataclasses import asdict

import pytest
from queries import BLIND, KNOWN, UNSEEN, report
from support import ENTRIES, cheatsheet, says, shown

from cheatsheet.catalog import ROOT
from cheatsheet.find import index, site


def found_by(ranking, queries):
    return [[hit.document.name for hit in ranking.search(query.text)] for query in queries]


def test_every_query_names_entries_that_exist():
    names = {entry.name for entry in ENTRIES}
    unknown = [(q.text, a) for q in BLIND + KNOWN for a in q.answers if a not in names]
    assert not unknown
    assert len({q.text for q in BLIND}) == len(BLIND) >= 200
    # Error entries are asked for by their messages: see test_messages.py.
    others = {name for name in names if not name.startswith("errors/")}
    assert others <= {a for q in KNOWN for a in q.answers}


@says(
    "README",
    "`tests/find/blind.tsv` holds queries, the first 896 of them written without a look at the "
    "entries: the right one comes first for 95 % of them at least, and among the first three "
    "for 99 %.",
)
@pytest.mark.parametrize("queries", [BLIND, UNSEEN])
def test_what_was_asked_blind_is_answered_first(queries, ranking):
    first, three = report("terminal", queries, found_by(ranking, queries))
    assert first >= 0.95
    assert three >= 0.99


def test_each_entry_is_found(ranking):
    first, three = report("terminal, one for each entry", KNOWN, found_by(ranking, KNOWN))
    assert first >= 0.95
    assert three >= 0.99


def test_each_entry_is_first_for_its_own_phrases(ranking):
    """A phrase that leads elsewhere is a wrong phrase, or a better entry."""
    phrases = [(e.name, phrase) for e in ENTRIES[::7] for phrase in e.asked]
    wrong = [
        (phrase, name)
        for name, phrase in phrases
        if name not in [hit.document.name for hit in ranking.search(phrase)[:2]]
    ]
    print(f"{len(phrases)} phrases, {len(wrong)} of them not among the first two: {wrong}")
    assert len(wrong) <= 0.01 * len(phrases)


@says(
    "CONTRIBUTING",
    "`cheatsheet find` with words of your own shows whether it comes first.",
)
def test_find_prints_heading_call_and_name():
    done = cheatsheet("find", "np.expand_dims")
    assert done.returncode == 0
    heading, call = done.stdout.splitlines()[:2]
    assert heading.split()[0] == "unsqueeze"
    assert heading.endswith("tensors/reshape/unsqueeze")
    assert "x.unsqueeze(0)" in call


def test_find_as_json():
    done = cheatsheet(
        "find", "mat1", "and", "mat2", "cannot be multiplied", "--json", "--limit", "3"
    )
    hits = json.loads(done.stdout)
    assert len(hits) == 3
    assert hits[0]["matched"]["kind"] == "message"
    assert "mat1 and mat2 shapes cannot be multiplied" in hits[0]["matched"]["text"]
    assert hits[0]["url"].endswith(".html#" + hits[0]["name"].split("/")[-1])


NOTHING = ["", "  ", "?!", "12 345", "qqqxyzzy", "\udcff\udcfe", "张量维度", "((((", '"""', "*"]


@pytest.mark.parametrize("words", NOTHING, ids=map(repr, NOTHING))
def test_input_without_a_known_word_finds_nothing(words, ranking):
    assert ranking.search(words) == []


def test_nothing_found_is_said_and_exits_with_1():
    done = cheatsheet("find", "qqqxyzzy")
    assert (done.returncode, done.stdout) == (1, "")
    assert "nothing found" in done.stderr
    done = cheatsheet("find", "qqqxyzzy", "--json")
    assert (done.returncode, json.loads(done.stdout)) == (1, [])


@pytest.mark.parametrize("operator", ['"', "*", " -", ":", "^", "(", "+", "AND", "NEAR"])
def test_quotes_and_operators_are_only_characters(operator, ranking):
    plain = ranking.search(f"freeze {operator.lower() if operator.isalpha() else ''} layers")
    found = ranking.search(f"freeze {operator} layers")
    assert [hit.document.name for hit in found] == [hit.document.name for hit in plain]


def test_a_megabyte_is_answered(ranking):
    assert ranking.search("x " * 500_000) == []
    message = "RuntimeError: mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)"
    found = ranking.search("epoch 3, loss 0.1\n" * 50_000 + message)
    assert found[0].document.name == "errors/shapes/mat1_and_mat2"


@says(
    "README",
    "The box of the site and `cheatsheet find` read one index, `.cache/find.json`, which "
    "`cheatsheet prepare` makes of the entries: heading, names of torch, phrases, "
    "messages, words of the text.",
)
def test_the_index_is_read_back_as_it_was_written(tmp_path, monkeypatch):
    monkeypatch.setattr(index, "INDEX", tmp_path / "find.json")
    written = index.write(ENTRIES, shown())
    assert list(map(asdict, index.read())) == list(map(asdict, written))
    assert [document.name for document in written] == [entry.name for entry in ENTRIES]


def test_libraries_are_as_they_were_published_and_keep_their_terms():
    folder = ROOT / "cheatsheet" / "find" / "browser" / "libraries"
    rows = tomllib.loads((folder / "versions.toml").read_text())
    assert {row["file"] for row in rows.values()} == {path.name for path in folder.glob("*.js")}
    for row in rows.values():
        assert hashlib.sha256((folder / row["file"]).read_bytes()).hexdigest() == row["sha256"]
    script = site.SCRIPT.read_text(encoding="utf-8")
    for owner in ("Luca Ongaro", "GRAYPE Systems"):
        assert re.search(
            rf"Copyright .*{owner}[\s\S]{{0,1500}}Permission is hereby granted", script
        )
