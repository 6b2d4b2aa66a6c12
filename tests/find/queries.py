"""What people type, and the entries that answer it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Query:
    """A query, its kind, and the entries of which one must come first."""

    kind: str
    answers: tuple[str, ...]
    text: str


def read(file: str) -> list[Query]:
    """Read a table: kind, entries set apart by `|`, text."""
    rows = (Path(__file__).parent / file).read_text(encoding="utf-8").splitlines()
    fields = [row.split("\t") for row in rows if row and not row.startswith("#")]
    return [Query(kind, tuple(answers.split("|")), text) for kind, answers, text in fields]


#: In four kinds: questions, intents, names and errors.
BLIND = read("blind.tsv")
#: Written without a look at the entries; the others by who wrote the entry.
UNSEEN = BLIND[:896]

#: One or two for each entry, written while its phrases were completed.
KNOWN = read("known.tsv")


def misses(queries: list[Query], found: list[list[str]]) -> tuple[float, float, list[str]]:
    """Return the share first, the share among the first three, and a line for each miss."""
    first = three = 0
    lines = []
    for query, names in zip(queries, found, strict=True):
        first += names[:1] != [] and names[0] in query.answers
        three += any(name in query.answers for name in names[:3])
        if names[:1] == [] or names[0] not in query.answers:
            wanted = " | ".join(query.answers)
            lines.append(f"{query.kind}: {query.text[:90]} -> {names[:3]}, wanted {wanted}")
    return first / len(queries), three / len(queries), lines


def report(where: str, queries: list[Query], found: list[list[str]]) -> tuple[float, float]:
    """Print shares by kind and the misses; return the shares of all."""
    for kind in dict.fromkeys(query.kind for query in queries):
        of_kind = [(q, names) for q, names in zip(queries, found, strict=True) if q.kind == kind]
        first, three, _ = misses(*map(list, zip(*of_kind, strict=True)))
        print(f"{where}, {len(of_kind)} {kind}: first {first:.1%}, among three {three:.1%}")
    first, three, lines = misses(queries, found)
    print(f"{where}, all {len(queries)}: first {first:.1%}, among three {three:.1%}")
    print("\n".join(lines))
    return first, three
