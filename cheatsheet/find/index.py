"""The index: what each entry can be found by, as plain data for the browser and the terminal."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from cheatsheet import catalog
from cheatsheet.catalog import ROOT, SNIPPETS
from cheatsheet.entry import Entry, split_docstring
from cheatsheet.find.words import GLUE, readings, tokens
from cheatsheet.messages import Known, Messages, messages_of
from cheatsheet.site.links import names_about, official_links, static_names

INDEX = ROOT / ".cache" / "find.json"

#: A name that code looks up, or a word of the text, tells little where more entries have it.
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
        about: Names of torch and torchvision that it is about.
        names: Other such names that its code looks up.
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


def build(entries: list[Entry], record: dict[str, dict[str, Any]]) -> list[Document]:
    """Describe entries.

    Args:
        entries: All of them, in reading order.
        record: What `cheatsheet prepare` noted, for the names behind methods.
    """
    documents = [_document(e, record.get(e.name, {}).get("names", ())) for e in entries]
    names = Counter(name for document in documents for name in document.names)
    words = Counter(token for document in documents for token in set(tokens(document.prose)))
    return [
        replace(
            document,
            names=[name for name in document.names if names[name] <= MOST_ENTRIES],
            prose=" ".join(
                word
                for word in document.prose.split()
                if any(words[token] <= MOST_ENTRIES for token in tokens(word))
            ),
        )
        for document in documents
    ]


def write(entries: list[Entry], record: dict[str, dict[str, Any]]) -> list[Document]:
    """Make the index anew, as `build` does, and keep it."""
    documents = build(entries, record)
    INDEX.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps([asdict(document) for document in documents], ensure_ascii=False)
    INDEX.write_text(text, encoding="utf-8")
    return documents


def read() -> list[Document]:
    """Return the index, made anew in a checkout where an entry is newer than it."""
    if not catalog.INSTALLED and _is_old():
        from cheatsheet.figures import read_record  # brings matplotlib, which a wheel has not

        return write(catalog.find([]), read_record())
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


def _document(entry: Entry, noted: Iterable[str]) -> Document:
    names = [name for name, _ in official_links(static_names(entry) | set(noted))]
    about = names_about(entry, names)
    others = [".".join(name.split(".")[-2:]) for name in names if name not in about]
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
