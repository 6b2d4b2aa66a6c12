"""The search of the site as one script: the libraries, the index, the ranking and the box."""

from __future__ import annotations

import json
import tomllib
from dataclasses import asdict
from pathlib import Path

from cheatsheet import messages
from cheatsheet.catalog import ROOT
from cheatsheet.find import rank
from cheatsheet.find import words as vocabulary
from cheatsheet.find.index import Document

#: What the page loads when the reader wants to search.
SCRIPT = ROOT / "docs" / "assets" / "search.js"

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


def _data(documents: list[Document]) -> dict[str, object]:
    rows = [asdict(document) for document in documents]
    return {
        # By field: a name stands once, and what is alike is compressed together.
        "documents": {field: [row[field] for row in rows] for field in rows[0]},
        "whole": vocabulary.WHOLE,
        "glue": vocabulary.GLUE,
        "synonyms": vocabulary.SYNONYMS,
        "spellings": vocabulary.SPELLINGS,
        "longestMessage": vocabulary.LONGEST_MESSAGE,
        "longestQuery": vocabulary.LONGEST_QUERY,
        "fields": rank.FIELDS,
        "lines": rank.LINES,
        "byWords": rank.BY_WORDS,
        "byLines": rank.BY_LINES,
        "even": rank.EVEN,
        "ofCover": rank.OF_COVER,
        "ofOrder": rank.OF_ORDER,
        "ofHeading": rank.OF_HEADING,
        "ofGlue": rank.OF_GLUE,
        "ofCommon": rank.OF_COMMON,
        "ofParts": rank.OF_PARTS,
        "ofSynonym": rank.OF_SYNONYM,
        "ofGuess": rank.OF_GUESS,
        "candidates": rank.CANDIDATES,
        "free": messages.FREE,
        "ofPython": sorted(messages.OF_PYTHON),
        "enough": messages.ENOUGH,
        "least": messages.LEAST,
        "short": messages.SHORT,
        "ofErrors": messages.OF_ERRORS,
        "ofFree": messages.OF_FREE,
        "likeliest": messages.CANDIDATES,
        "longest": messages.LONGEST,
    }
