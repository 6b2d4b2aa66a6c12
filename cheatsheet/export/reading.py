"""An entry for a reader of the terminal, and as JSON for a program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import RenderableType
from rich.markdown import Markdown
from rich.syntax import Syntax
from rich.text import Text

from cheatsheet import catalog
from cheatsheet.check import recorded
from cheatsheet.entry import Entry, FailureRow
from cheatsheet.export import prose


def shown(entry: Entry) -> Iterator[RenderableType]:
    """Yield what `show` prints of an entry: head, text, claims, and when they were checked."""
    yield Text.assemble((entry.heading.replace("`", ""), "bold"), f": {entry.summary}\n")
    text = prose.formulas_as_code(prose.of_entry(entry, prose.no_address))
    if text:
        yield Markdown(text, code_theme="ansi_dark")
        yield ""
    yield Text(recorded.in_words(entry.name, recorded.runs()), style="dim")


def code_of(entry: Entry) -> Text:
    """Return the code highlighted, its outputs dimmed."""
    text = Text()
    highlighted = Syntax("", "python", theme="ansi_dark").highlight(entry.code)
    for line in highlighted.split("\n", allow_blank=True):
        if line.plain.lstrip().startswith("#>"):
            line = Text(line.plain, style="dim")
        text.append_text(line).append("\n")
    return text


def as_row(entry: Entry) -> dict[str, Any]:
    """Return what `list --json` says of an entry."""
    page, anchor = catalog.place_of(entry.name)
    return {
        "name": entry.name,
        "heading": entry.heading,
        "summary": entry.summary,
        "url": f"{page}.html#{anchor}",
    }


def as_json(entry: Entry, runs: list[dict[str, Any]]) -> dict[str, Any]:
    """Return what `show --json` says of an entry."""
    return {
        **as_row(entry),
        "checked": recorded.checked(entry.name, runs),
        "needs": entry.needs,
        "text": entry.text,
        "shapes": [
            {"name": row.name, "shape": str(row.shape), "description": row.description}
            for row in entry.shapes
        ],
        "raises": [_failure(row) for row in entry.raises],
        "warns": [_failure(row) for row in entry.warns],
        "wordings": entry.wordings,
        "asked": entry.asked,
        "call": entry.call and {"text": entry.call.text, "result": entry.call.result},
        "code": entry.code,
        "pasted": entry.pasted,
    }


def _failure(row: FailureRow) -> dict[str, str]:
    return {"type": row.type, "expression": row.expression, "message": row.message}
