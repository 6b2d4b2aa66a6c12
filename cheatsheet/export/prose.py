"""What entries and pages say, as Markdown: one writer for all that shows it outside the site."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator

from cheatsheet import catalog
from cheatsheet.catalog import Page
from cheatsheet.check.recorded import in_words
from cheatsheet.entry import Entry, FailureRow, split_docstring
from cheatsheet.export import place_of

#: A link to a page or an entry of the cheat sheet, as entries and introductions write it.
_LINK = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(([^()\s]*\.md(?:#[\w-]+)?|#[\w-]+)\)")

#: What Markdown would read as a mark: of underscores those at the edge of a word.
_READ = re.compile(r"[\\`*$&~|\[\]]|<(?=[A-Za-z/!?])|(?<![^\W_])_|_(?![^\W_])")

#: From `losses/regression.md#huber` to an address; None leaves the words without a link.
Address = Callable[[str], str | None]


def heading_of(page: Page) -> tuple[str, str, str]:
    """Return heading, summary and introduction of a page."""
    return split_docstring(page.docstring)


def relinked(text: str, place: str, address: Address) -> str:
    """Give the links of a text other addresses.

    Args:
        text: The Markdown.
        place: The page on which it stands, such as `losses/regression`.
        address: Where a page or an entry is now.
    """

    def link(match: re.Match[str]) -> str:
        words, target = match.groups()
        folder, own = posixpath.dirname(place), f"{posixpath.basename(place)}.md"
        path = posixpath.normpath(
            posixpath.join(folder, own + target if target.startswith("#") else target)
        )
        found = address(path)
        return f"[{words}]({found})" if found else words

    return _LINK.sub(link, text)


def no_address(_: str) -> None:
    """Leave links out: where they would lead nowhere, their words are enough."""


def formulas_as_code(text: str) -> str:
    """Put formulas into code, for readers that do not typeset them and would take them apart."""
    text = re.sub(r"\$\$(.*?)\$\$", r"\n```latex\n\1\n```\n", text, flags=re.DOTALL)
    return re.sub(r"(?<![\\`$])\$(?!\s)([^$`\n]+?)\$", r"`\1`", text)


def of_entry(entry: Entry, address: Address) -> str:
    """Return what an entry says beside its code: needs, text, shapes, errors, wordings."""
    place, _ = catalog.place_of(entry.name)
    return "\n\n".join(
        part
        for part in (
            f"Needs {', '.join(entry.needs)}." if entry.needs else "",
            relinked(entry.text, place, address),
            _shapes(entry),
            "\n".join(_failures(entry)),
            "\n".join(_wordings(entry)),
        )
        if part
    )


def lead(summary: str) -> str:
    """Return a summary as a sentence of its own."""
    return outside_code(f"{summary[:1].upper()}{summary[1:]}")


def of_page(
    page: Page, entries: dict[str, Entry], runs: list[dict[str, object]], address: Address
) -> str:
    """Return a page as Markdown: introduction, what is below it, and its entries whole."""
    heading, summary, text = heading_of(page)
    place = place_of(page)
    parts = [f"# {heading}", lead(summary), relinked(text, place, address)]
    parts.append("\n".join(_below(page, address)))
    for name in catalog.names_of(page):
        entry = entries[name]
        parts += [
            f"## {outside_code(entry.heading)}",
            f"{lead(entry.summary)}\n\nEntry `{name}`. {in_words(name, runs)}",
            of_entry(entry, address),
            fenced(entry.code),
        ]
    return "\n\n".join(part for part in parts if part.strip()) + "\n"


def fenced(code: str) -> str:
    """Return code as a block of Markdown."""
    return f"```python\n{code.rstrip()}\n```"


def _below(page: Page, address: Address) -> Iterator[str]:
    for group in page.groups:
        heading, summary, _ = heading_of(group)
        found = address(f"{group.name}.md")
        yield f"- [{heading}]({found}): {summary}" if found else f"- {heading}: {summary}"


def _shapes(entry: Entry) -> str:
    if not entry.shapes:
        return ""
    described = any(row.description for row in entry.shapes)
    rows: list[tuple[str, ...]] = [
        ("Variable", "Shape and type", "What it holds"),
        ("---", "---", "---"),
        *((f"`{row.name}`", f"`{row.shape}`", _cell(row.description)) for row in entry.shapes),
    ]
    return "\n".join(_row(row if described else row[:2]) for row in rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _failures(entry: Entry) -> Iterator[str]:
    for verb, rows in (("raises", entry.raises), ("warns", entry.warns)):
        yield from (_failure(verb, row) for row in rows)


def _failure(verb: str, row: FailureRow) -> str:
    return f"- `{row.expression}` {verb} **{row.type}**: {plain(row.message)}"


def _wordings(entry: Entry) -> Iterator[str]:
    if entry.wordings:
        yield "Also worded, in other versions, on other devices, for other types and operations:\n"
        yield from (f"- {plain(wording)}" for wording in entry.wordings)


def plain(text: str) -> str:
    """Keep Markdown from reading anything into a text, with as few marks as that takes."""
    return _READ.sub(r"\\\g<0>", text)


def outside_code(text: str) -> str:
    """Make a heading or a summary plain, but for what stands between backticks."""
    return "`".join(part if n % 2 else plain(part) for n, part in enumerate(text.split("`")))
