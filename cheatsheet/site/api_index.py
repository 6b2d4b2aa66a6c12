"""The index page: every torch and torchvision name that an entry uses, and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from cheatsheet import catalog
from cheatsheet.entry import Entry
from cheatsheet.site.links import official_links, static_names

PAGE = catalog.ROOT / "docs" / "api.md"

#: A name that more entries use than this is in every other line: the first entries will do.
LONGEST = 2

#: Topics whose entries are about a message or a symptom, not about a name.
IN_PASSING = (catalog.ERRORS, "mistakes/")

_HEAD = """---
title: API index
description: "Every torch and torchvision name in the cheat sheet: its entries, its official page."
---

# API index

{names} names of torch and torchvision, each linked to its official page and to the entries whose
code uses it. Entries that are about the name come first; of long lists, the first {longest}.
"""


def write_index(entries: list[Entry], record: dict[str, dict[str, Any]]) -> bool:
    """Write the page, and tell whether it changed.

    Args:
        entries: All entries, in reading order.
        record: What `cheatsheet prepare` noted, for the names behind methods.
    """
    used = entries_by_name(entries, record)
    by_module: dict[str, list[str]] = defaultdict(list)
    for (name, address), users in sorted(used.items(), key=lambda item: item[0][0].lower()):
        module, member = _split(name)
        by_module[module].append(f"- [`{member}`]({address}): {_links(member, users)}")
    text = _HEAD.format(names=len(used), longest=LONGEST)
    for module in sorted(by_module):
        text += f"\n## {module}\n\n" + "\n".join(by_module[module]) + "\n"
    if PAGE.exists() and PAGE.read_text() == text:
        return False
    PAGE.write_text(text)
    return True


def entries_by_name(
    entries: Iterable[Entry], record: dict[str, dict[str, Any]]
) -> dict[tuple[str, str], list[Entry]]:
    """Return by name and its official page the entries whose code uses it."""
    used: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        names = static_names(entry) | set(record.get(entry.name, {}).get("names", ()))
        for name, address in official_links(names):
            used[name, address].append(entry)
    return used


def _split(name: str) -> tuple[str, str]:
    """Split a name after its module, or after `torch.Tensor`."""
    parts = name.split(".")
    if parts[:2] == ["torch", "Tensor"] and len(parts) > 2:
        return "torch.Tensor", ".".join(parts[2:])
    module = [parts[0]]
    while len(module) < len(parts) - 1 and parts[len(module)].islower():
        module.append(parts[len(module)])
    return ".".join(module), ".".join(parts[len(module) :])


def _links(member: str, users: list[Entry]) -> str:
    # An error or a mistake uses names in passing: it is listed where no other entry does.
    users = [entry for entry in users if not entry.name.startswith(IN_PASSING)] or users
    key = member.lower().replace("_", "")
    about = [entry for entry in users if key in _key(entry)]
    others = [entry for entry in users if entry not in about]
    shown = [*about, *others][:LONGEST]
    links = ", ".join(f"[{entry.heading}]({target(entry)})" for entry in shown)
    more = len(users) - len(shown)
    return f"{links} and {more} more" if more else links


def _key(entry: Entry) -> str:
    return (entry.heading + " " + entry.path.stem).lower().replace("_", "")


def target(entry: Entry) -> str:
    """Return the address of an entry from a page at the top of `docs/`."""
    page, anchor = catalog.place_of(entry.name)
    return f"{page}.md#{anchor}"
