"""Entries as snippets of editors: a prefix, and the code that it becomes."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections import Counter

from cheatsheet import catalog
from cheatsheet.entry import Entry
from cheatsheet.export import keep

FOLDER = catalog.ROOT / "docs" / "downloads"

VS_CODE, JETBRAINS = "pytorch.code-snippets", "pytorch-live-templates.xml"


def write(entries: list[Entry]) -> None:
    """Write the snippets of VS Code and the live templates of JetBrains."""
    keep(FOLDER / VS_CODE, vs_code(entries))
    keep(FOLDER / JETBRAINS, jetbrains(entries))


def prefixes(entries: list[Entry]) -> dict[str, str]:
    """Return what is typed for each entry: `pt-` and as much of its name as no other has."""
    endings = {entry.name: _endings(entry.name) for entry in entries}
    counts = Counter(ending for found in endings.values() for ending in found)
    return {
        name: f"pt-{next((e for e in found if counts[e] == 1), found[-1])}"
        for name, found in endings.items()
    }


def _endings(name: str) -> list[str]:
    parts = name.split("/")
    return ["-".join(parts[start:]) for start in reversed(range(len(parts)))]


def vs_code(entries: list[Entry]) -> str:
    """Return the entries as a file of snippets, which VS Code reads from `.vscode/`."""
    typed = prefixes(entries)
    snippets = {
        entry.name: {
            "scope": "python",
            "prefix": typed[entry.name],
            "description": _described(entry),
            "body": [_without_fields(line) for line in entry.pasted.splitlines()],
        }
        for entry in entries
    }
    return json.dumps(snippets, indent=1, ensure_ascii=False) + "\n"


def _without_fields(line: str) -> str:
    """Take from `$` and `}` the meaning of a field to fill in."""
    return re.sub(r"([\\$}])", r"\\\1", line)


def jetbrains(entries: list[Entry]) -> str:
    """Return the entries as live templates, which PyCharm reads from its folder `templates`."""
    typed = prefixes(entries)
    root = ET.Element("templateSet", group="PyTorch cheat sheet")
    for entry in entries:
        template = ET.SubElement(
            root,
            "template",
            name=typed[entry.name],
            value=entry.pasted.replace("$", "$$"),
            description=_described(entry),
            toReformat="false",
            toShortenFQNames="false",
        )
        context = ET.SubElement(template, "context")
        ET.SubElement(context, "option", name="Python", value="true")
    ET.indent(root)
    return ET.tostring(root, encoding="unicode") + "\n"


def _described(entry: Entry) -> str:
    return f"{entry.heading.replace('`', '')}: {entry.summary}"
