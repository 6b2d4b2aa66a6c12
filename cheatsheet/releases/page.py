"""Pages of what changed from release to release, made of what was recorded and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from packaging.version import Version

from cheatsheet import catalog
from cheatsheet.check import recorded
from cheatsheet.entry import NOTHING, PRINTS, WHOLE_CODE, WRITES, EarlierRow, Entry
from cheatsheet.releases import compare
from cheatsheet.site.api_index import entries_by_name, target

PAGES = catalog.ROOT / "docs" / "releases"

_HEAD = """---
title: "{title}"
description: "{description}"
---

# {title}

"""

_INDEX = """\
Every entry is run on each of these releases. Where one prints, raises or warns something else, the
entry says before which release; what it says there is run there too. *Not yet* are the entries that
are new or were written anew since.

| torch | torchvision | Python | Date | Hold | Fail | Skipped | Not yet | Say what differs |
|---|---|---|---|---|---|---|---|---|
{rows}

The pages: {pages}.

A release that is not in this table was not run. `cheatsheet check` compares your run with the
record of your release; `make verify TORCH=2.13.0` makes such a record.
"""

_FROM = """\
Torch {after[0]} with torchvision {after[1]}, against {before[0]} with {before[1]}: what the entries
print, raise and warn on both, and the public names and signatures of the two installed packages.
"""


def write(entries: list[Entry], record: dict[str, dict[str, Any]]) -> None:
    """Write the pages that changed.

    Args:
        entries: All entries, in reading order.
        record: What `cheatsheet prepare` noted, for the names behind methods.
    """
    PAGES.mkdir(exist_ok=True)
    runs = recorded.runs()
    by_name = {name: of for (name, _), of in entries_by_name(entries, record).items()}
    releases = compare.recorded()
    pages = {changes.release: _page(changes, entries, by_name, runs) for changes in releases} | {
        "index": _index(releases, entries, runs)
    }
    for name, text in pages.items():
        path = PAGES / f"{name}.md"
        if not path.exists() or path.read_text() != text:
            path.write_text(text)


def _index(
    releases: list[compare.Changes], entries: list[Entry], runs: list[dict[str, Any]]
) -> str:
    rows = [
        f"| {Version(run['torch']).base_version} | {Version(run['torchvision']).base_version} "
        f"| {run['python']} | {run['date']} | {len(run['hold'])} | {len(run['fail'])} "
        f"| {len(run['skipped'])} | {len(entries) - sum(len(run[o]) for o in recorded.OUTCOMES)} "
        f"| {sum(e.on(run['torch']) is not e for e in entries)} |"
        for run in sorted(runs, key=lambda run: Version(run["torch"]))
    ]
    pages = ", ".join(f"[{changes.release}]({changes.release}.md)" for changes in releases)
    head = _HEAD.format(
        title="What changed between releases",
        description="PyTorch releases side by side: on which of them every entry has been run.",
    )
    return head + _INDEX.format(rows="\n".join(rows), pages=pages)


def _page(
    changes: compare.Changes,
    entries: list[Entry],
    by_name: dict[str, list[Entry]],
    runs: list[dict[str, Any]],
) -> str:
    release = changes.release
    head = _HEAD.format(
        title=f"What changed in torch {release}",
        description=f"PyTorch {release}, run against the release before it: outputs, messages, "
        "defaults, new names, deprecated and removed ones.",
    )

    def uses(name: str) -> str:
        return ", ".join(_link(entry) for entry in by_name.get(name, ())[:3])

    sections = {
        "Outputs and messages": _list(
            f"{entry}, {code}. Before: {before}; from {release} on: {since}"
            for entry, code, before, since in _told(release, entries)
        ),
        "Deprecated": _list(
            f"`{name}` warns when it is called. {_code(text)} {uses(name)}".rstrip()
            for name, text in changes.deprecated.items()
        ),
        "Removed": _table(("Name", "Entries"), ((f"`{n}`", uses(n)) for n in changes.removed)),
        "Parameters and defaults": _table(
            ("Name", "What is different", "Entries"),
            ((f"`{n}`", "; ".join(words), uses(n)) for n, words in changes.parameters.items()),
        ),
        "New names": _table(("Name", "Entries"), ((f"`{n}`", uses(n)) for n in changes.added)),
        "Entries that need a newer release": _table(
            ("Entry", "Needs", "What it raises here"), _skipped(release, entries, runs)
        ),
    }
    text = head + _FROM.format(before=changes.before, after=changes.after)
    return text + "".join(
        f"\n## {title}\n\n{table or 'None.'}\n" for title, table in sections.items()
    )


def _list(rows: Iterable[str]) -> str:
    return "\n".join(f"- {row}" for row in rows)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    if not lines:
        return ""
    return "\n".join([f"| {' | '.join(head)} |", "|---" * len(head) + "|", *lines])


def _told(release: str, entries: list[Entry]) -> Iterator[tuple[str, ...]]:
    """Yield what entries say of the releases before: the entry, the code, before and since."""
    for entry in entries:
        for row in entry.earlier:
            if row.release == Version(release).release:
                code = "the whole code" if row.expression == WHOLE_CODE else _code(row.expression)
                before, since = _row(row.type, row.message), _since(entry, row)
                if before != since:
                    yield _link(entry), code, before, since


def _since(entry: Entry, row: EarlierRow) -> str:
    if row.type == PRINTS:
        later = entry.on(".".join(map(str, row.release)))
        printing = entry.printing()
        output = next(
            output for output in later.outputs if output.statement == printing[row.expression]
        )
        return _row(PRINTS, " ".join(output.text.split()))
    rows = [r for r in (*entry.raises, *entry.warns) if r.expression == row.expression]
    rows.sort(key=lambda r: r.type != row.type)  # the same warning first, of several
    return "; ".join(_row(r.type, r.message) for r in rows[:1]) or NOTHING


def _row(kind: str, message: str) -> str:
    if kind in (PRINTS, WRITES):
        return f"{kind} {_code(message)}"
    return kind if kind == NOTHING else f"{kind}: {_code(message)}"


def _skipped(
    release: str, entries: list[Entry], runs: list[dict[str, Any]]
) -> Iterator[tuple[str, ...]]:
    for run in runs:
        if Version(run["torch"]).release[:2] != Version(release).release:
            continue
        for entry in entries:
            raised = run["needs tried"].get(entry.name)
            if raised is not None:
                yield _link(entry), ", ".join(entry.needs), _code(raised) if raised else NOTHING


def _code(text: str) -> str:
    """Return text as code of one line, whatever backticks it holds."""
    if "`" not in text:
        return f"`{text}`"
    return f"`` {text} ``"


def _link(entry: Entry) -> str:
    return f"[{entry.heading}](../{target(entry)})"
