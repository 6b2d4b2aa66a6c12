"""Rank entries for what a reader typed: BM25 by SQLite, then the one line that fits best.

`browser/rank.js` does the same with MiniSearch; both are held to the same queries by the tests.
"""

from __future__ import annotations

import difflib
import itertools
import math
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from cheatsheet.catalog import ERRORS
from cheatsheet.find.index import Document, explain, messages
from cheatsheet.find.words import (
    FAMILIES,
    GLUE,
    Name,
    Word,
    is_pasted,
    named,
    normal,
    synonyms,
    tokens,
    words,
)

#: Weight of each field in BM25.
FIELDS = {
    "heading": 6.0,
    "about": 8.0,
    "asked": 3.0,
    "messages": 3.0,
    "summary": 4.0,
    "names": 1.0,
    "prose": 2.0,
}

#: How much a line of each kind counts, where it is the one that fits.
LINES = {"heading": 1.0, "about": 1.0, "asked": 1.0, "message": 1.0, "what for": 0.9, "name": 0.4}

#: What the words count wherever they stand, and what the three lines that fit best.
BY_WORDS, BY_LINES = 2.0, (3.0, 1.0, 0.6)

#: BM25 decides between documents that have a word, but not by much: this power of it counts.
EVEN = 0.15

#: Of a line's fit, the share that asks how much of the line the query covers.
OF_COVER = 0.5

#: What an error entry counts where it is not its message that fits: whoever asks what to do is
#: led to the entry that does it.
OF_ERROR = 0.85

#: What a line loses whose words stand in another order: "list to tensor", "tensor to list".
OF_ORDER = 0.15

#: What is added where the heading itself is typed, again where its capitals are too; and where
#: what is typed is a name that the entry is about.
OF_HEADING = 0.5

#: What is added where a name is typed that leads to the entry.
OF_NAME = 1.5

#: What a word counts: glue beside other words; words that no heading and no name holds.
OF_GLUE, OF_COMMON = 0.35, 0.6

#: What a lookup counts beside the word itself: the parts of a name, a synonym, a guess.
OF_PARTS, OF_SYNONYM, OF_GUESS = 0.5, 0.6, 0.7

#: How many of the best by BM25 are looked at line by line.
CANDIDATES = 80

_GLUE = frozenset(map(normal, GLUE))


@dataclass(frozen=True)
class Line:
    """A line of an entry that a query can fit.

    Attributes:
        kind: A key of `LINES`.
        text: As it is shown.
        words: Its words, in order.
        places: Where each token of them stands first.
    """

    kind: str
    text: str
    words: tuple[Word, ...]
    places: dict[str, int]


@dataclass(frozen=True)
class Hit:
    """An entry that answers, and the line that says why."""

    document: Document
    score: float
    line: Line | None


@dataclass(frozen=True)
class _Term:
    """A word of the query.

    Attributes:
        word: As it was typed.
        mass: What it counts.
        tokens: What is looked up for it, and what each counts.
    """

    word: Word
    mass: float
    tokens: dict[str, float]


class Ranking:
    """The index, ready to be asked."""

    def __init__(self, documents: list[Document]) -> None:
        """Fill SQLite's full-text index."""
        self.documents = documents
        self.base = sqlite3.connect(":memory:")
        columns = ", ".join(FIELDS)
        self.base.execute(f"CREATE VIRTUAL TABLE entries USING fts5({columns}, tokenize='ascii')")
        self.base.execute("CREATE VIRTUAL TABLE vocabulary USING fts5vocab(entries, 'row')")
        rows = [
            (number, *(" ".join(tokens("\n".join(of))) for of in _fields(document).values()))
            for number, document in enumerate(documents)
        ]
        marks = ", ".join("?" * (len(FIELDS) + 1))
        self.base.executemany(f"INSERT INTO entries(rowid, {columns}) VALUES({marks})", rows)
        self.messages = messages(documents)
        self.by_name = {document.name: document for document in documents}
        self._scores: dict[str, dict[int, float]] = {}
        self._masses: dict[str, float] = {}
        self._lines: dict[int, list[Line]] = {}

    def search(self, query: str, limit: int = 10) -> list[Hit]:
        """Return the entries that answer, best first; none where no word of the query is known.

        What is pasted is a message: where no entry knows it, none answers.
        """
        read, found = explain(self.messages, query)
        known = [
            Hit(self.by_name[row.name], row.score, _line("message", row.message)) for row in found
        ]
        if is_pasted(query):
            return known[:limit]
        there = {hit.document.name for hit in known}
        others = (hit for hit in self._by_words(read) if hit.document.name not in there)
        return [*known, *others][:limit]

    def _by_words(self, read: str) -> list[Hit]:
        terms = self._terms(words(read))
        total: dict[int, float] = defaultdict(float)
        for term in terms:
            best: dict[int, float] = {}
            for token, share in term.tokens.items():
                scores = self.scores(token)
                most = max(scores.values())
                for number, score in scores.items():
                    even = share * (score / most) ** EVEN
                    best[number] = max(best.get(number, 0.0), even)
            for number, even in best.items():
                total[number] += term.mass * even
        if not total:
            return []
        asked = sum(term.mass for term in terms)
        name = named(read)
        hits = []
        for number in sorted(total, key=lambda n: (-total[n], n))[:CANDIDATES]:
            fits = self._fits(terms, number)
            by_lines = sum(count * fit for count, (fit, _) in zip(BY_LINES, fits, strict=False))
            line = fits[0][1] if fits else None
            document = self.documents[number]
            head, about = document.heading, document.about
            exact = (head == read) + (head.lower() == read.lower()) + (read in about)
            score = BY_WORDS * total[number] / asked + by_lines + OF_HEADING * exact
            score += self._led(name, number)
            if document.name.startswith(ERRORS) and (line is None or line.kind != "message"):
                score *= OF_ERROR
            hits.append(Hit(document, score, line))
        return sorted(hits, key=lambda hit: -hit.score)

    def _led(self, name: Name | None, number: int) -> float:
        """Return what is added where a name leads to a document."""
        if name is None:
            return 0.0
        families = {own.family for own in self._leading[number] if name.is_form_of(own)}
        is_any = name.family not in self._families
        return OF_NAME if name.family in families or (families and is_any) else 0.0

    @cached_property
    def _leading(self) -> list[list[Name]]:
        """Return by document the names that lead to it."""
        of = (map(named, (*document.about, *document.names)) for document in self.documents)
        return [list(filter(None, names)) for names in of]

    @cached_property
    def _families(self) -> set[str]:
        used = {name.family for names in self._leading for name in names}
        return used.union(FAMILIES.values())

    def scores(self, token: str) -> dict[int, float]:
        """Return BM25 of a token by the number of the document."""
        if token not in self._scores:
            weights = ", ".join(map(str, FIELDS.values()))
            rows = self.base.execute(
                f"SELECT rowid, -bm25(entries, {weights}) FROM entries WHERE entries MATCH ?",
                (f'"{token}"',),
            )
            self._scores[token] = dict(rows)
        return self._scores[token]

    def mass(self, token: str) -> float:
        """Return how much a token tells: the fewer documents have it, the more."""
        if token not in self._masses:
            rarity = math.log(1 + len(self.documents) / max(1, len(self.scores(token))))
            self._masses[token] = rarity * (1.0 if token in self._names else OF_COMMON)
        return self._masses[token]

    @cached_property
    def _names(self) -> set[str]:
        """Return the tokens of headings and names: what the sheet is about."""
        return {
            token
            for document in self.documents
            for text in (*_fields(document)["heading"], *document.about, *document.names)
            for token in tokens(text)
        }

    @cached_property
    def vocabulary(self) -> list[str]:
        """All tokens of the index."""
        return [term for (term,) in self.base.execute("SELECT term FROM vocabulary")]

    def _terms(self, typed: Iterable[Word]) -> list[_Term]:
        unique = list(dict.fromkeys(typed))
        known = {word: found for word in unique if (found := self._lookups(word))}
        plain = [word for word in known if not _is_glue(word)] or known
        terms = []
        for word, found in known.items():
            weight = 1.0 if word in plain else OF_GLUE
            own = [token for token, share in found.items() if share == 1.0] or found
            terms.append(_Term(word, weight * max(map(self.mass, own)), found))
        return terms

    def _lookups(self, word: Word) -> dict[str, float]:
        """Return the tokens of the index that a word leads to, and what each counts."""
        found = self._known(word) or self._guessed(word)
        if len(word.parts) < 2:
            for token in synonyms(word.whole):
                if self.scores(token):
                    found.setdefault(token, OF_SYNONYM)
        return found

    def _known(self, word: Word) -> dict[str, float]:
        parts = [part for part in word.parts if self.scores(part)]
        if self.scores(word.whole):
            return {**dict.fromkeys(parts, OF_PARTS), word.whole: 1.0}
        if len(word.parts) < 2:
            return {}
        guesses = self._longer(word) or self._near(word)
        return {**dict.fromkeys(parts, 1.0), **dict.fromkeys(guesses, OF_GUESS)}

    def _guessed(self, word: Word) -> dict[str, float]:
        if longer := self._longer(word):
            return dict.fromkeys(longer, OF_GUESS)
        for cut in range(3, len(word.whole) - 2):
            halves = normal(word.whole[:cut]), normal(word.whole[cut:])
            if all(self.scores(half) for half in halves):
                return dict.fromkeys(halves, OF_GUESS)
        return dict.fromkeys(self._near(word), OF_GUESS)

    def _near(self, word: Word) -> list[str]:
        """Return the tokens that differ from a word by a slip or two."""
        if len(word.whole) < 4 or synonyms(word.whole):
            return []
        return difflib.get_close_matches(word.whole, self.vocabulary, n=3, cutoff=0.8)

    def _longer(self, word: Word) -> list[str]:
        """Return the tokens that begin with a word, as of a name half typed: the shortest first."""
        if len(word.whole) < 3:
            return []
        longer = [token for token in self.vocabulary if token.startswith(word.whole)]
        return sorted(longer, key=lambda token: (len(token), token))[:20]

    def _fits(self, terms: list[_Term], number: int) -> list[tuple[float, Line]]:
        """Return how well each line of a document fits, the best first."""
        asked = sum(term.mass for term in terms)
        fits = []
        for line in self.lines(number):
            matched: set[str] = set()
            places: list[int] = []
            covered = 0.0
            for term in terms:
                found = {t: share for t, share in term.tokens.items() if t in line.places}
                if found:
                    matched |= found.keys()
                    places.append(min(line.places[token] for token in found))
                    covered += term.mass * _share(term, found)
            if covered:
                held = self._covered(line, matched)
                recall = LINES[line.kind] * covered / asked
                fit = recall * (1 - OF_COVER + OF_COVER * held)
                fits.append((fit * (1 - OF_ORDER * _disorder(places)), line))
        return sorted(fits, key=lambda fit: -fit[0])

    def _covered(self, line: Line, matched: set[str]) -> float:
        """Return the share of a line's words that the query has."""
        own = hit = 0.0
        for word in line.words:
            for part in word.parts:
                mass = self.mass(part) * (OF_GLUE if part in _GLUE else 1.0)
                own += mass
                hit += mass if word.whole in matched or part in matched else 0.0
        return hit / own if own else 0.0

    def lines(self, number: int) -> list[Line]:
        """Return the lines of a document that a query can fit."""
        if number not in self._lines:
            document = self.documents[number]
            texts = [
                ("heading", document.heading),
                *(("about", name) for name in document.about),
                *(("asked", phrase) for phrase in document.asked),
                *(("message", text) for text in document.messages),
                ("what for", f"{document.heading}: {document.summary}"),
                *(("name", name) for name in document.names),
            ]
            self._lines[number] = [_line(kind, text) for kind, text in texts]
        return self._lines[number]


def _line(kind: str, text: str) -> Line:
    own = tuple(words(text))
    places: dict[str, int] = {}
    for word in own:
        for token in word.tokens:
            places.setdefault(token, len(places))
    return Line(kind, text, own, places)


def _disorder(places: list[int]) -> float:
    """Return the share of neighbours in the query that stand the other way round in a line."""
    pairs = list(itertools.pairwise(places))
    return sum(a > b for a, b in pairs) / len(pairs) if pairs else 0.0


def _share(term: _Term, found: dict[str, float]) -> float:
    """Return how much of a term a line has that has some: the name, parts of it, or a synonym."""
    if term.word.whole in found:
        return 1.0
    parts = [part for part in term.word.parts if part in term.tokens]
    if any(part in found for part in parts):
        return sum(part in found for part in parts) / len(parts)
    return max(found.values())


def _is_glue(word: Word) -> bool:
    return word.whole in _GLUE and not word.is_member


def _fields(document: Document) -> dict[str, list[str]]:
    stem = document.name.split("/")[-1]
    return {
        "heading": [document.heading, stem],
        "about": document.about,
        "asked": document.asked,
        "messages": document.messages,
        "summary": [document.summary],
        "names": document.names,
        "prose": [document.prose],
    }
