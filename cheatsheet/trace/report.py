"""What a trace says: the layers as a table, and the entry that explains what did not fit."""

from __future__ import annotations

import dataclasses
from typing import Any

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from cheatsheet.find import index
from cheatsheet.find.index import Document
from cheatsheet.trace.layers import Misfit, Place, Trace


def explain(misfit: Misfit) -> Document | None:
    """Return the entry that knows the error, if one does."""
    documents = {document.name: document for document in index.read()}
    _, known = index.explain(index.messages(documents.values()), misfit.error)
    return documents[known[0].name] if known else None


def as_json(trace: Trace) -> dict[str, Any]:
    """Return a trace as plain data."""
    entry = explain(trace.misfit) if trace.misfit else None
    explained = entry and {"name": entry.name, "heading": entry.heading, "url": entry.url}
    return {**dataclasses.asdict(trace), "explained": explained}


def as_text(trace: Trace) -> RenderableType:
    """Return a trace as it is read in a terminal."""
    table = Table("layer", "class", "output", "parameters", box=None, header_style="dim")
    table.columns[-1].justify = "right"
    for layer in trace.layers:
        count = f"{layer.parameters:,}" if layer.parameters else ""
        table.add_row(escape(layer.name), layer.kind, _shapes(layer.shapes), count)
    table.add_row("[bold]all[/]", "", "", f"{trace.parameters:,}")
    return Group(table, *(_misfit_lines(trace.misfit) if trace.misfit else ()))


def _misfit_lines(misfit: Misfit) -> list[Text]:
    lines = [Text(), Text(misfit.error, style="red")]
    if misfit.place:
        lines.append(Text(_place(misfit.place)))
    if misfit.kind:
        layer = (
            f"{misfit.name or 'a layer'}, a {misfit.kind}, was called with {_shapes(misfit.got)}"
        )
        lines.append(Text(layer))
    if misfit.made:
        lines.append(Text(f"it was made at {_place(misfit.made)}"))
    if misfit.asks_for_a_value:
        lines.append(
            Text("The model asks for the value of a tensor; here tensors have shapes only.")
        )
    if entry := explain(misfit):
        lines.append(Text(f"{entry.heading}: {entry.summary}."))
        lines.append(Text(f"`cheatsheet show {entry.name}` has the cause and the fix."))
    return lines


def _place(place: Place) -> str:
    return f"{place.file}:{place.line}: {place.code}"


def _shapes(shapes: list[tuple[int, ...]]) -> str:
    return ", ".join(f"({', '.join(map(str, shape))}{',' * (len(shape) == 1)})" for shape in shapes)
