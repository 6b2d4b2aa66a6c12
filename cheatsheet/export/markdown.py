"""Pages as Markdown, for assistants: one file beside each page, an index of them, all in one.

The files end in `.txt`, since what ends in `.md` is a page of its own to MkDocs.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from cheatsheet import catalog
from cheatsheet.catalog import Page
from cheatsheet.check import recorded
from cheatsheet.entry import Entry
from cheatsheet.export import keep, pages, place_of, prose

DOCS = catalog.ROOT / "docs"

_ABOUT = (
    "PyTorch snippets, each a complete script. A line that starts with `#>` is what the line above"
    " it prints. A comment such as `# (2, 3)` is the shape of the value assigned on its line."
)


def write(entries: list[Entry]) -> None:
    """Write the files of all pages, `llms.txt` and `llms-full.txt`."""
    for path, text in _files({entry.name: entry for entry in entries}, recorded.runs()):
        keep(path, text)


def _files(entries: dict[str, Entry], runs: list[dict[str, Any]]) -> Iterator[tuple[Path, str]]:
    head = f"# PyTorch cheat sheet\n\n> {_ABOUT}\n\n{recorded.release(runs)}\n"
    index, whole = [head], [head]
    for page in pages():
        place = place_of(page)
        yield DOCS / f"{place}.txt", prose.of_page(page, entries, runs, beside(place))
        index.append(_line(page))
        whole.append(prose.of_page(page, entries, runs, beside("")))
    yield DOCS / "llms.txt", "".join(index)
    yield DOCS / "llms-full.txt", "\n".join(whole)


def beside(place: str) -> prose.Address:
    """Return where the Markdown of a page or an entry lies, seen from a place on the site.

    Pages without entries, such as the benchmarks, have none: these links lead to the pages.
    """

    def address(target: str) -> str:
        page, _, anchor = target.partition("#")
        there = page.removesuffix(".md")
        suffix = "txt" if there in _places() else f"html{anchor and '#'}{anchor}"
        path = f"{there}.{suffix}"
        return posixpath.relpath(path, posixpath.dirname(place) or ".")

    return address


@cache
def _places() -> set[str]:
    return {place_of(page) for page in pages()}


def _line(page: Page) -> str:
    heading, summary, _ = prose.heading_of(page)
    row = f"[{heading}]({place_of(page)}.txt): {summary}\n"
    return f"- {row}" if "/" in page.name else f"\n## {heading}\n\n- {row}"
