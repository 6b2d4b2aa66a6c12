"""The index: what each entry can be found by, as plain data for the browser and the terminal."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from functools import cache

from cheatsheet import catalog
from cheatsheet.catalog import ROOT, SNIPPETS
from cheatsheet.entry import Entry, split_docstring
from cheatsheet.find.words import GLUE, named, readings, tokens
from cheatsheet.messages import Known, Messages, messages_of
from cheatsheet.names.shown import Shown
from cheatsheet.site.links import names_about

INDEX = ROOT / ".cache" / "find.json"

#: A word of the text tells little where more entries have it.
MOST_ENTRIES = 4


@dataclass(frozen=True)
class Document:
    """What is known of an entry.

    Attributes:
        name: Topic, group if any, and file name.
        heading: The name a reader would search for.
        summary: What it is for.
        page: The page that it stands on, in words.
        call: The line that one comes for.
        about: Names of torch and torchvision that lead to it, and that it is about.
        names: Other such names: of all entries that use them, it is the first to go to. Old names
            by which it is asked for.
        asked: The phrases by which readers look for it.
        messages: Its errors and warnings, type and text, and their other wordings.
        prose: The words of its text that the fields above do not hold.
    """

    name: str
    heading: str
    summary: str
    page: str
    call: str
    about: list[str]
    names: list[str]
    asked: list[str]
    messages: list[str]
    prose: str

    @property
    def url(self) -> str:
        """Its place on the site, from the home page."""
        page, anchor = catalog.place_of(self.name)
        return f"{page}.html#{anchor}"


def build(entries: list[Entry], shown: Shown) -> list[Document]:
    """Describe entries.

    Args:
        entries: All of them, in reading order.
        shown: Which of them a name leads to.
    """
    old = {entry.name: _old_names(entry, shown) for entry in entries}
    claimed = {(of.family, of.last) for names in old.values() for of in map(named, names) if of}
    led_to: dict[str, list[str]] = defaultdict(list)
    for name, entry in shown.homes.items():
        read = named(name)
        if read and (read.family, read.last) not in claimed:
            led_to[entry.name].append(name)
    documents = [_document(e, _forms_apart(led_to[e.name], shown), old[e.name]) for e in entries]
    words = Counter(token for document in documents for token in set(tokens(document.prose)))
    return [
        replace(
            document,
            prose=" ".join(
                word
                for word in document.prose.split()
                if any(words[token] <= MOST_ENTRIES for token in tokens(word))
            ),
        )
        for document in documents
    ]


def _forms_apart(names: list[str], shown: Shown) -> list[str]:
    """Return the names without those that `named` takes for another of them: the used ones stay."""
    ordered = sorted(names, key=lambda name: (name not in shown.users, len(name), name))
    found = {_alike(name): name for name in reversed(ordered)}
    return sorted(found.values(), key=str.lower)


def _old_names(entry: Entry, shown: Shown) -> list[str]:
    """Return what an entry about old calls is asked by that is no name of the library any more."""
    if not entry.name.startswith("upgrades/"):
        return []
    names = {phrase.removesuffix("()"): named(phrase) for phrase in entry.asked if "." in phrase}
    return [
        n for n, read in names.items() if read and (read.family, read.last) not in _public(shown)
    ]


@cache
def _public(shown: Shown) -> set[tuple[str, str]]:
    """Return family and last part of the names of the library."""
    known = (*shown.library.operations, *shown.library.others)
    return {(read.family, read.last) for read in map(named, known) if read}


def _alike(name: str) -> tuple[str, str]:
    read = named(name)
    assert read is not None, name
    return read.family, read.key


def write(entries: list[Entry], shown: Shown) -> list[Document]:
    """Make the index anew, as `build` does, and keep it."""
    documents = build(entries, shown)
    INDEX.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps([asdict(document) for document in documents], ensure_ascii=False)
    INDEX.write_text(text, encoding="utf-8")
    return documents


def read() -> list[Document]:
    """Return the index, made anew in a checkout where an entry is newer than it."""
    if not catalog.INSTALLED and _is_old():
        from cheatsheet.figures import read_record  # brings matplotlib, which a wheel has not
        from cheatsheet.names import documented  # asks torch, where it has not done so

        entries = catalog.find([])
        return write(entries, Shown(entries, read_record(), documented.read()))
    return [Document(**row) for row in json.loads(INDEX.read_text(encoding="utf-8"))]


def _is_old() -> bool:
    newest = max(path.stat().st_mtime for path in SNIPPETS.rglob("*.py"))
    return not INDEX.exists() or INDEX.stat().st_mtime < newest


def explain(known: Messages, typed: str) -> tuple[str, list[Known]]:
    """Find the message of a typed or pasted text.

    Returns:
        What was read of the text, and the entries that know it, the best first.
    """
    read = readings(typed)
    found = next(((text, hits) for text in read if (hits := known.explain(text))), None)
    return found or (read[0], [])


def messages(documents: Iterable[Document]) -> Messages:
    """Return all messages of the index, ready to be asked."""
    return Messages((document.name, text) for document in documents for text in document.messages)


def _document(entry: Entry, names: list[str], old: list[str]) -> Document:
    about = names_about(entry, names)
    others = [*(_short(name) for name in names if name not in about), *old]
    told = [entry.heading, entry.summary, *entry.asked, *about, *others]
    held = {token for text in (*told, *GLUE) for token in tokens(text)}
    return Document(
        name=entry.name,
        heading=entry.heading.replace("`", ""),
        summary=entry.summary.rstrip("."),
        page=_page(entry.name),
        call=entry.call.text if entry.call else "",
        about=about,
        names=others,
        asked=list(entry.asked),
        messages=messages_of(entry),
        prose=" ".join(_with_new_words(re.findall(r"\w+", _plain(entry.text)), held)),
    )


def _short(name: str) -> str:
    parts = name.split(".")
    return ".".join(parts[-3 if parts[-2] == "functional" else -2 :])


def _with_new_words(texts: Iterable[str], held: set[str]) -> Iterator[str]:
    """Yield the texts that hold a token which none before them did."""
    for text in texts:
        own = set(tokens(text))
        if own - held:
            held |= own
            yield text


def _page(name: str) -> str:
    parts = name.split("/")[:-1]
    folders = [SNIPPETS.joinpath(*parts[: n + 1]) for n in range(len(parts))]
    return ": ".join(split_docstring(catalog.read_page(folder).docstring)[0] for folder in folders)


def _plain(text: str) -> str:
    text = re.sub(r"\$\$.*?\$\$", " ", text, flags=re.DOTALL)
    return re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text)
