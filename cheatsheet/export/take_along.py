"""The page of all downloads, and what each of them is for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cheatsheet import catalog
from cheatsheet.catalog import Page
from cheatsheet.check import recorded
from cheatsheet.entry import Entry
from cheatsheet.export import keep, place_of, prose
from cheatsheet.export.editors import FOLDER, JETBRAINS, VS_CODE

DOCS = catalog.ROOT / "docs"
PAGE = DOCS / "take-along.md"

#: What `make downloads` makes of the built site, and what each is.
SHEETS, EVERYTHING, ZIP = "sheets.pdf", "everything.pdf", "site.zip"
_OF_THE_SITE = {
    SHEETS: "the sheets, one or two A4 pages a topic",
    EVERYTHING: "every page and every entry, with contents and page numbers",
    ZIP: "the site for a computer without a network: unpack it and open `index.html`",
}

_HEAD = """---
title: Take it along
description: "The PyTorch cheat sheet as PDF, notebooks, zip, editor snippets, Markdown and a tool."
---

# Take it along

The same {entries} entries on paper, in a notebook, in the terminal, in the editor and in an
assistant's answer, all made from the same files. {release}
"""

_TERMINAL = """
## Terminal

`make wheel` builds the wheel into `dist/`. The command answers in any folder, without a network:

```sh
pip install dist/pytorch_cheatsheet-*.whl
cheatsheet find add an axis
python train.py 2>&1 | cheatsheet explain
```
"""

_ASSISTANTS = """
## Assistants

Each page has its Markdown beside it, under its own address with `.txt` for `.html`.
[llms.txt](llms.txt) lists these files, and [llms-full.txt](llms-full.txt) holds them all
({size}). They name the release on which each entry was checked, and the date.

`cheatsheet mcp` serves the tools `find`, `show`, `explain` and `check` by the Model Context
Protocol, on standard input and output. It comes with the extra `mcp` of the wheel. Most assistants
take it as

```json
{{"mcpServers": {{"pytorch-cheatsheet": {{"command": "cheatsheet", "args": ["mcp"]}}}}}}
```
"""

_EDITORS = """
## Editors

What one types for an entry is `pt-` and the name of its file, such as `pt-huber`; where entries of
several pages have that name, the name of the page stands before it. It becomes the entry's code
without the outputs.

| Editor | File | Where it belongs |
|---|---|---|
| VS Code | [{code}](downloads/{code}) | `.vscode/` of a project |
| PyCharm and others of JetBrains | [{jet}](downloads/{jet}) | `templates` in its settings |
"""


def write(entries: list[Entry]) -> None:
    """Write the page; it names the files that are there."""
    parts = [
        _HEAD.format(entries=len(entries), release=recorded.release(recorded.runs())),
        *_of_the_site(),
        *_notebooks(),
        _TERMINAL,
        _EDITORS.format(code=VS_CODE, jet=JETBRAINS),
        _ASSISTANTS.format(size=_size(DOCS / "llms-full.txt")),
    ]
    keep(PAGE, "".join(parts))


def _of_the_site() -> Iterator[str]:
    yield "\n## Paper and offline\n\n"
    made = {name: words for name, words in _OF_THE_SITE.items() if (FOLDER / name).exists()}
    if not made:
        yield "`make downloads` makes the PDFs and the zip; they are not part of this build.\n"
        return
    yield "| File | Size | What it is |\n|---|---|---|\n"
    for name, words in made.items():
        yield f"| [{name}](downloads/{name}) | {_size(FOLDER / name)} | {words} |\n"


def _notebooks() -> Iterator[str]:
    yield (
        "\n## Notebooks\n\n"
        "One a page, with the outputs in it. It runs from top to bottom in one kernel; what needs a"
        " GPU or another package says so above its cell.\n\n"
    )
    for topic in catalog.topics():
        links = ", ".join(_link(page) for page in (topic, *topic.groups) if page.entry_paths)
        yield f"- {links}\n" if not topic.groups else f"- {prose.heading_of(topic)[0]}: {links}\n"


def _link(page: Page) -> str:
    return f"[{prose.heading_of(page)[0]}]({place_of(page)}.ipynb)"


def _size(path: Path) -> str:
    size = path.stat().st_size
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{size / 1e3:.0f} KB"
