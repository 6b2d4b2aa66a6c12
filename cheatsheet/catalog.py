"""Find the topics and entries under `snippets/`, and the one that a name means."""

from __future__ import annotations

import ast
import difflib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from cheatsheet.entry import Entry, EntryError, read_entry

_PACKAGE = Path(__file__).resolve().parent


def content_of(package: Path) -> Path:
    """Return where the entries are: in what a wheel brings, or in the checkout around a package."""
    brought = package / "content"
    return brought if brought.is_dir() else package.parent


ROOT = content_of(_PACKAGE)

#: Whether this is a wheel: there are entries to read and to run, and nothing to build from.
INSTALLED = ROOT.parent == _PACKAGE

SNIPPETS = ROOT / "snippets"

#: The topic whose entries are about a message; the others have messages among their rows.
ERRORS = "errors/"


class UnknownNameError(Exception):
    """A name that means no entry, or more than one."""


@dataclass(frozen=True)
class Page:
    """A topic or a group: one page of the site.

    Attributes:
        name: `losses`, or `losses/regression` for a group.
        path: Its `__init__.py`.
        members: The names in `__all__`, in order.
        docstring: The introduction, as Markdown.
        wanted: `WANTED`, what the home page names of it: members of a topic; of all topics, by
            kind and in words, names of entries.
    """

    name: str
    path: Path
    members: tuple[str, ...]
    docstring: str
    wanted: Any

    @property
    def groups(self) -> list[Page]:
        """The pages below this one."""
        folder = self.path.parent
        return [read_page(folder / m) for m in self.members if (folder / m).is_dir()]

    @property
    def entry_paths(self) -> list[Path]:
        """The files of the entries on this page itself, in order."""
        folder = self.path.parent
        return [folder / f"{m}.py" for m in self.members if not (folder / m).is_dir()]


@cache
def read_page(folder: Path) -> Page:
    """Read the topic or group in a folder.

    Raises:
        EntryError: `__init__.py` has no docstring, or `__all__` is not a list of names.
    """
    path = folder / "__init__.py"
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstring = ast.get_docstring(tree)
    if docstring is None:
        raise EntryError(path, 1, "no docstring: it is the introduction of the page")
    literals = {
        ast.unparse(node.targets[0]): ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign)
    }
    if "__all__" not in literals:
        raise EntryError(path, 1, "no __all__: it is the order of the page")
    name, members = folder.relative_to(SNIPPETS).as_posix(), tuple(literals["__all__"])
    return Page(name, path, members, docstring, literals.get("WANTED", []))


def topics() -> list[Page]:
    """Return all topics, in the order of `snippets/__init__.py`."""
    return read_page(SNIPPETS).groups


def names_of(page: Page) -> list[str]:
    """Return the names of the entries on a page itself, in order."""
    return [path.relative_to(SNIPPETS).with_suffix("").as_posix() for path in page.entry_paths]


def place_of(name: str) -> tuple[str, str]:
    """Return the page on which an entry stands, without suffix, and its anchor there."""
    *folder, anchor = name.split("/")
    return "/".join(folder if len(folder) > 1 else [*folder, "index"]), anchor


def entry_paths() -> dict[str, Path]:
    """Return the file of each entry by the entry's name, in reading order."""
    found: dict[str, Path] = {}

    def collect(page: Page) -> None:
        found.update(zip(names_of(page), page.entry_paths, strict=True))
        for group in page.groups:
            collect(group)

    for topic in topics():
        collect(topic)
    return found


def find(names: list[str]) -> list[Entry]:
    """Read the entries that names stand for: entries, groups or topics; none stands for all.

    Raises:
        UnknownNameError: A name means nothing, or more than one entry.
        EntryError: A file cannot be read.
    """
    paths = entry_paths()
    chosen: dict[str, Path] = {}
    for name in names or [""]:
        chosen.update({full: paths[full] for full in _matching(name.strip("/"), list(paths))})
    return [read_entry(path, full) for full, path in chosen.items()]


def find_one(name: str) -> Entry:
    """Read the entry that a name stands for.

    Raises:
        UnknownNameError: The name means nothing, a topic, or more than one entry.
        EntryError: The file cannot be read.
    """
    names = _matching(name.strip("/"), list(entry_paths()))
    if name.strip("/") not in names and (len(names) > 1 or (SNIPPETS / name).is_dir()):
        raise UnknownNameError(f"{name!r} is a topic of {len(names)} entries, expected one entry")
    return find(names)[0]


def _matching(name: str, known: list[str]) -> list[str]:
    below = [full for full in known if f"{full}/".startswith(f"{name}/") or not name]
    if below:
        return below
    parts = name.removesuffix(".py").removeprefix("snippets/").split("/")
    fits = [full for full in known if _fits(parts, full.split("/"))]
    if len(fits) == 1:
        return fits
    if fits:
        raise UnknownNameError(f"{name!r} is ambiguous: {', '.join(fits)}")
    by_ending = {full.split("/")[-1]: full for full in known}
    near = difflib.get_close_matches(parts[-1], [*by_ending, *known], n=4, cutoff=0.5)
    hint = ", ".join(dict.fromkeys(by_ending.get(n, n) for n in near))
    advice = f"Nearest: {hint}" if hint else "`cheatsheet list` shows them all"
    raise UnknownNameError(f"no entry, group or topic is named {name!r}. {advice}")


def _fits(parts: list[str], full: list[str]) -> bool:
    """Tell whether `parts` leave out only groups: `losses/huber` fits `losses/regression/huber`."""
    if parts[-1] != full[-1]:
        return False
    remaining = iter(full)
    return all(part in remaining for part in parts)
