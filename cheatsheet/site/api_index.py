"""The API index: every torch and torchvision name that an entry shows, and where; by module."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from cheatsheet import catalog
from cheatsheet.entry import Entry
from cheatsheet.names import documented
from cheatsheet.names.shown import Shown
from cheatsheet.names.spelled import static_names
from cheatsheet.site.links import address, official_links

PAGE = catalog.ROOT / "docs" / "api.md"
PAGES = catalog.ROOT / "docs" / "api"

#: A name that more entries use than this is in every other line: the first entries will do.
LONGEST = 4

#: Modules with a page of their own. Another module stands on the page of the one around it.
GROUPS = (
    *("torch", "torch.Tensor", "torch.nn", "torch.nn.functional", "torch.nn.init"),
    *("torch.nn.utils", "torch.optim", "torch.linalg", "torch.fft", "torch.special"),
    *("torch.distributions", "torch.distributed", "torch.cuda", "torch.autograd", "torch.utils"),
    *("torchvision", "torchvision.models", "torchvision.transforms"),
)

_CONTENTS = """---
title: API index
description: "Every torch and torchvision name in the cheat sheet: its entries, its official page."
---

# API index

{names:,} names of torch and torchvision, each linked to its official page and to the entries that
show it. The entry that is about the name comes first; of long lists, the first {longest}. A method
stands beside its function and an in-place form beside the plain one, so each leads to the entry of
the idea: `clamp_` and `torch.clip` to that of `clamp`.

| Page | Names |
|---|---|
{rows}

Of the {all:,} callables that the installed torch and torchvision document in these modules, the
entries show {shown:,} ({share:.0%}); [What is checked](checked.md#names) has them by module.
"""

_PAGE = """---
title: "API index: {group}"
description: "{group} by name: the entries of the PyTorch cheat sheet that show it, its own page."
---

# {group}

"""


def write_index(shown: Shown) -> bool:
    """Write the pages, and tell whether one changed."""
    texts = dict(_pages(shown))
    PAGES.mkdir(exist_ok=True)
    for path in set(PAGES.glob("*.md")) - texts.keys():
        path.unlink()
    changed = [p for p, t in texts.items() if not p.exists() or p.read_text("utf-8") != t]
    for path in changed:
        path.write_text(texts[path], encoding="utf-8")
    return bool(changed)


def _pages(shown: Shown) -> Iterator[tuple[Path, str]]:
    pages: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for name in sorted(shown.homes, key=lambda name: (name.lower(), name)):
        if _has_line(name, shown):
            module, member = _split(name)
            pages[_group(module)][module].append(f"- {_line(name, member, shown)}")
    rows = []
    for group in (group for group in GROUPS if group in pages):
        modules = pages[group]
        text = _PAGE.format(group=group)
        for module in sorted(modules):
            text += f"## {module}\n\n" + "\n".join(modules[module]) + "\n\n"
        yield PAGES / f"{group}.md", text.rstrip() + "\n"
        rows.append(f"| [{group}](api/{group}.md) | {sum(map(len, modules.values()))} |")
    share = [sum(counts) for counts in zip(*shown.share().values(), strict=True)]
    text = _CONTENTS.format(
        names=sum(len(names) for modules in pages.values() for names in modules.values()),
        longest=LONGEST,
        rows="\n".join(rows),
        shown=share[0],
        all=share[1],
        share=share[0] / share[1],
    )
    yield PAGE, text


def _has_line(name: str, shown: Shown) -> bool:
    """Tell whether a name is documented, or stands in the code of an entry."""
    return name in shown.users or name in shown.library.operations


def _group(module: str) -> str:
    return max((g for g in GROUPS if f"{module}.".startswith(f"{g}.")), key=len)


def _line(name: str, member: str, shown: Shown) -> str:
    users = shown.of(name)
    operation = shown.library.operation(name)
    other = ""
    if documented.key(operation) != documented.key(name):
        other = f" (another name of `{operation}`)"
    links = ", ".join(f"[{entry.heading}](../{target(entry)})" for entry in users[:LONGEST])
    more = f" and {len(users) - LONGEST} more" if len(users) > LONGEST else ""
    return f"[`{member}`]({address(name)}){other}: {links}{more}"


def entries_by_name(
    entries: Iterable[Entry], record: dict[str, dict[str, Any]]
) -> dict[tuple[str, str], list[Entry]]:
    """Return by name and its official page the entries whose code uses it."""
    used: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        names = static_names(entry) | set(record.get(entry.name, {}).get("names", ()))
        for name, page in official_links(names):
            used[name, page].append(entry)
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


def target(entry: Entry) -> str:
    """Return the address of an entry from a page at the top of `docs/`."""
    page, anchor = catalog.place_of(entry.name)
    return f"{page}.md#{anchor}"
