"""The search of the site as one script: the libraries, the index, the ranking and the box."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

from cheatsheet import messages
from cheatsheet.catalog import ERRORS, ROOT
from cheatsheet.find import rank
from cheatsheet.find import words as vocabulary
from cheatsheet.find.index import Document
from cheatsheet.find.words import Word

#: What the page loads when the reader wants to search.
SCRIPT = ROOT / "docs" / "assets" / "search.js"

#: What a word's number is written with: the last digit, and those before it.
LAST = "".join(map(chr, range(35, 35 + 65))).replace("\\", "")
LEADING = "".join(map(chr, range(35 + 65, 127)))

_SOURCES = Path(__file__).parent / "browser"


def write(documents: list[Document]) -> bool:
    """Write the script, and tell whether it changed."""
    libraries = "".join(_library(name, row) for name, row in _versions().items())
    data = f"const data = {json.dumps(_data(documents), ensure_ascii=False)}\n"
    ours = "".join(map(_source, ("messages.js", "rank.js", "box.js")))
    text = f"(() => {{\n{libraries}{data}{ours}}})()\n"
    if SCRIPT.exists() and SCRIPT.read_text(encoding="utf-8") == text:
        return False
    SCRIPT.write_text(text, encoding="utf-8")
    return True


def _versions() -> dict[str, dict[str, str]]:
    return tomllib.loads(_source("libraries/versions.toml"))


def _library(name: str, row: dict[str, str]) -> str:
    """Wrap a CommonJS file in a function that returns what it exports."""
    terms = f"/*\n{_source('libraries/' + row['license'])}*/\n" if "license" in row else ""
    return (
        f"{terms}const {name} = (() => {{\nconst module = {{}}, exports = module;\n"
        f"{_source('libraries/' + row['file'])}\nreturn module.exports\n}})()\n"
    )


def _source(file: str) -> str:
    text = (_SOURCES / file).read_text(encoding="utf-8")
    return "".join(
        line for line in text.splitlines(keepends=True) if not line.startswith("//# sourceMapping")
    )


def _form(word: Word) -> str:
    """Return a word as one string: the whole, and its parts where it has others than itself."""
    if word.parts == (word.whole,):
        return word.whole
    return ":".join((word.whole, *(word.parts or ("",))))


def _coded(rows: list[dict[str, Any]]) -> list[str]:
    """Put a number for each word of what is never shown, and return the words by number.

    So it is two thirds as large, compressed, and the browser has nothing to stem.
    """
    forms = {
        text: [_form(word) for word in vocabulary.words(text)]
        for row in rows
        for text in (*row["asked"], row["prose"])
    }
    counts = Counter(form for found in forms.values() for form in found)
    ordered = sorted(counts, key=lambda form: (-counts[form], form))
    codes = {form: _number(n) for n, form in enumerate(ordered)}
    coded = {text: "".join(map(codes.__getitem__, found)) for text, found in forms.items()}
    for row in rows:
        row["asked"] = [coded[phrase] for phrase in row["asked"]]
        row["prose"] = coded[row["prose"]]
    return ordered


def _number(number: int) -> str:
    """Write a number: the small ones, of the frequent words, with one character."""
    number, last = divmod(number, len(LAST))
    text = LAST[last]
    while number:
        number, digit = divmod(number - 1, len(LEADING))
        text = LEADING[digit] + text
    return text


def _data(documents: list[Document]) -> dict[str, object]:
    rows = [asdict(document) for document in documents]
    forms = _coded(rows)
    return {
        "last": LAST,
        "leading": LEADING,
        "vocabulary": "\n".join(forms),
        # By field: a name stands once, and what is alike is compressed together.
        "documents": {field: [row[field] for row in rows] for field in rows[0]},
        "errors": ERRORS,
        "whole": vocabulary.WHOLE,
        "glue": vocabulary.GLUE,
        "synonyms": vocabulary.SYNONYMS,
        "spellings": vocabulary.SPELLINGS,
        "families": vocabulary.FAMILIES,
        "longestMessage": vocabulary.LONGEST_MESSAGE,
        "mostMessages": vocabulary.MOST_MESSAGES,
        "longestQuery": vocabulary.LONGEST_QUERY,
        "leastWords": vocabulary.LEAST_WORDS,
        "fields": rank.FIELDS,
        "lines": rank.LINES,
        "byWords": rank.BY_WORDS,
        "byLines": rank.BY_LINES,
        "even": rank.EVEN,
        "ofCover": rank.OF_COVER,
        "ofOrder": rank.OF_ORDER,
        "ofHeading": rank.OF_HEADING,
        "ofError": rank.OF_ERROR,
        "ofName": rank.OF_NAME,
        "ofGlue": rank.OF_GLUE,
        "ofCommon": rank.OF_COMMON,
        "ofParts": rank.OF_PARTS,
        "ofSynonym": rank.OF_SYNONYM,
        "ofGuess": rank.OF_GUESS,
        "candidates": rank.CANDIDATES,
        "named": messages.NAMED,
        "free": messages.FREE,
        "ofPython": sorted(messages.OF_PYTHON),
        "ofOthers": sorted(messages.OF_OTHERS),
        "enough": messages.ENOUGH,
        "least": messages.LEAST,
        "few": messages.FEW,
        "short": messages.SHORT,
        "ofPart": messages.OF_PART,
        "leastOfPart": messages.LEAST_OF_PART,
        "fewestOfPart": messages.FEWEST_OF_PART,
        "ofErrors": messages.OF_ERRORS,
        "ofMissing": messages.OF_MISSING,
        "rounding": messages.ROUNDING,
        "ofFree": messages.OF_FREE,
        "likeliest": messages.CANDIDATES,
        "longest": messages.LONGEST,
    }
