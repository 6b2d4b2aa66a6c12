"""The pages of all questions, one a topic: how entries are found without JavaScript."""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Iterator
from pathlib import Path

from cheatsheet.catalog import ROOT
from cheatsheet.find.index import Document

PAGES = ROOT / "docs" / "questions"

_INDEX = """---
title: All questions
description: "Every question, name and error by which an entry of the PyTorch cheat sheet is found."
---

# All questions

What readers ask for, in their words and in those of NumPy, Keras and older tutorials, with the
entry that answers: {phrases:,} phrases for {entries} entries. The search box looks through the
same. For names of torch and torchvision there is the [API index](../api.md).

| Topic | Entries | Phrases |
|---|---|---|
"""

_TOPIC = """---
title: "Questions: {topic}"
description: "{topic}: {phrases} questions, names and errors, and the entry that answers each."
---

# Questions: {topic}
"""


def write(documents: list[Document]) -> bool:
    """Write the pages, and tell whether one changed."""
    texts = dict(_pages(documents))
    PAGES.mkdir(parents=True, exist_ok=True)
    for path in set(PAGES.glob("*.md")) - texts.keys():
        path.unlink()
    changed = [p for p, t in texts.items() if not p.exists() or p.read_text("utf-8") != t]
    for path in changed:
        path.write_text(texts[path], encoding="utf-8")
    return bool(changed)


def _pages(documents: list[Document]) -> Iterator[tuple[Path, str]]:
    phrases = sum(len(document.asked) for document in documents)
    index = _INDEX.format(phrases=phrases, entries=len(documents))
    for folder, of_topic in itertools.groupby(documents, key=lambda d: d.name.split("/")[0]):
        members = list(of_topic)
        topic = members[0].page.split(": ")[0]
        count = sum(len(document.asked) for document in members)
        index += f"| [{topic}]({folder}.md) | {len(members)} | {count} |\n"
        text = _TOPIC.format(topic=topic, phrases=count)
        for page, of_page in itertools.groupby(members, key=lambda d: d.page):
            text += f"\n## {_escaped(page.removeprefix(f'{topic}: '))}\n\n"
            text += "".join(map(_line, of_page))
        yield PAGES / f"{folder}.md", text
    yield PAGES / "index.md", index


def _line(document: Document) -> str:
    target = f"../{document.url.replace('.html', '.md')}"
    return f"- [{_escaped(document.heading)}]({target}): {_escaped('; '.join(document.asked))}\n"


def _escaped(text: str) -> str:
    """Keep Markdown from reading anything into a phrase."""
    return re.sub(r"([\\`*_{}\[\]#|$])", r"\\\1", html.escape(text, quote=False))
