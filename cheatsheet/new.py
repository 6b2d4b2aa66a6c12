"""Write a new entry or page, with all that belongs to it: lists, test, page and navigation."""

from __future__ import annotations

import ast
import json
import keyword
import re
import sys
import textwrap
from pathlib import Path

from cheatsheet import catalog
from cheatsheet.check.sentences import sentences_of, sentences_of_page
from cheatsheet.entry import read_entry, split_docstring

#: Of a page, entries; of a line and of what a search engine shows, characters.
MOST_ENTRIES, LONGEST_LINE, LONGEST_DESCRIPTION = 16, 88, 160

SUMMARY = "to be written."
_FACT = "Twice a number is the number added to itself."
_ASKED = ("{} in PyTorch", "how to use {}", "what is {} for", "example of {}", "when to take {}")
_ENTRY = '''r"""{heading}: {summary}

{fact}

Asked as:
{asked}
"""

import torch

x = torch.tensor([1.0, 2.0])
print(x + x)  # <-
#> tensor([2., 4.])
'''
_TEST = '''"""What the sentences of {name} say."""

import pytest
import torch
from support import says


@says("{name}", "{fact}")
@pytest.mark.parametrize("number", [-1.5, 0.0, 4.0])
def test_{stem}(number):
    x = torch.tensor(number)
    assert torch.equal(x + x, 2 * x)
'''
_PAGE = """---
title: {title}
description: {description}
---

::: snippets.{module}
"""


class NewError(Exception):
    """What cannot be written. The message names what is in the way and the next step."""


class Draft:
    """The files to write: none is, until all of them are known to be right."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.texts: dict[Path, str] = {}

    def read(self, path: Path) -> str:
        """Return the text of a file as it will be; of a missing one, nothing."""
        if path in self.texts:
            return self.texts[path]
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def is_page(self, folder: Path) -> bool:
        """Tell whether a topic or a group is in a folder, or will be."""
        return folder.is_dir() or folder / "__init__.py" in self.texts

    def create(self, path: Path, text: str) -> None:
        """Add a file, which must not be there."""
        if path in self.texts or path.exists():
            raise NewError(f"{_shown(path)} is there: choose another name, or edit that")
        self.texts[path] = text

    def write(self) -> list[tuple[str, Path]]:
        """Write all, and return what was done to which file."""
        done = []
        for path, text in self.texts.items():
            done.append(("changed" if path.exists() else "wrote", path))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        catalog.read_page.cache_clear()
        return done


def new(
    name: str,
    heading: str | None = None,
    summary: str | None = None,
    *,
    page: bool = False,
    after: str | None = None,
) -> list[tuple[str, Path]]:
    """Write an entry, or with `page` a group or a topic, and the pages above it that are missing.

    Args:
        name: `losses/regression/log_cosh`; of a page, `losses/robust` or `audio`.
        heading: The name a reader would search for; else the words of the file's name.
        summary: What it is for, in half a sentence.
        page: Whether the name is that of a page.
        after: The neighbour that it stands below; else it is the last.

    Returns:
        What was done, `wrote` or `changed`, to which file.

    Raises:
        NewError: It is there already, its name is not possible, or its page is full.
    """
    draft = Draft()
    parts = name.strip("/").removeprefix("snippets/").removesuffix(".py").split("/")
    _refuse_bad_names(parts, page)
    own = (heading or _words(parts[-1]), summary or SUMMARY)
    pages = parts if page else parts[:-1]
    for depth in range(1, len(pages) + 1):
        folder, is_named = "/".join(pages[:depth]), page and depth == len(parts)
        if is_named or not (catalog.SNIPPETS / folder / "__init__.py").exists():
            texts = own if is_named else (_words(pages[depth - 1]), SUMMARY)
            below = "/".join(parts[depth:])
            _add_page(draft, folder, *texts, below, after if is_named else None)
    if not page:
        _add_entry(draft, "/".join(parts), *own, after)
    return draft.write()


def _refuse_bad_names(parts: list[str], page: bool) -> None:
    if len(parts) not in ((1, 2) if page else (2, 3)):
        expected = "topic or topic/group" if page else "topic/entry or topic/group/entry"
        hint = "" if page else "; a topic or a group is made with --page"
        raise NewError(f"{'/'.join(parts)!r} is not {expected}{hint}")
    for part in parts:
        if not re.fullmatch(r"[a-z][a-z0-9_]*", part) or keyword.iskeyword(part):
            raise NewError(
                f"{part!r} is no name of a file that Python imports: expected lower-case letters, "
                "digits and _, such as log_cosh, and no keyword"
            )
    libraries = sys.stdlib_module_names | {"torch", "numpy", "pytest", "torchvision", "sklearn"}
    if not page and parts[-1] in libraries:
        raise NewError(
            f"{parts[-1]!r} is the name of a module: a script of that name hides it from those "
            "beside it. Choose a longer one"
        )
    if page and parts[-1] == "index":
        raise NewError("'index' is the page of the topic itself. Choose another name")


def _add_entry(draft: Draft, name: str, heading: str, summary: str, after: str | None) -> None:
    page, _, stem = name.rpartition("/")
    path = catalog.SNIPPETS / f"{name}.py"
    _append(draft, path.parent, stem, after, is_page=False)
    entries = [read_entry(other, name) for name, other in catalog.entry_paths().items()]
    for entry in entries:
        if entry.path.parent == path.parent and entry.heading == heading:
            raise NewError(f"{_shown(entry.path)} has the heading {heading!r}: give --heading")
    used = {phrase.lower().rstrip("?") for entry in entries for phrase in entry.asked}
    words = _words(stem).lower()
    subjects = (words, f"{words} ({page.replace('/', ', ').replace('_', ' ')})")
    phrases = [form.format(subject) for subject in subjects for form in _ASKED]
    free = [phrase for phrase in phrases if phrase.lower() not in used]
    asked = textwrap.fill("; ".join(free[: len(_ASKED)]), LONGEST_LINE - 4, break_on_hyphens=False)
    source = _ENTRY.format(
        heading=heading, summary=summary, fact=_FACT, asked=textwrap.indent(asked, " " * 4)
    )
    if long := [line for line in source.splitlines() if len(line) > LONGEST_LINE]:
        raise NewError(f"{long[0]!r} is longer than {LONGEST_LINE} characters: say it in less")
    entry = read_entry(path, name, source)
    draft.create(path, source)
    _list(draft, page, name, [s.text for s in sentences_of(entry) if s.text != _FACT])
    tests = catalog.ROOT / "tests" / name.split("/")[0]
    test = _TEST.format(name=name, fact=_FACT, stem=stem)
    draft.create(tests / f"test_{name.replace('/', '_')}.py", test)


def _add_page(
    draft: Draft, name: str, heading: str, summary: str, below: str, after: str | None
) -> None:
    """Add a topic or a group; `below` is the name, from here, of the entry made in it."""
    topic, _, group = name.partition("/")
    docs, folder = catalog.ROOT / "docs", catalog.SNIPPETS / name
    neighbour = _append(draft, folder.parent, folder.name, after, is_page=True)
    source = f'"""{heading}: {summary}\n"""\n\n__all__ = []\n'
    label = heading
    if group:
        above = ast.get_docstring(ast.parse(draft.read(folder.parent / "__init__.py"))) or ""
        label = f"{split_docstring(above)[0]}: {heading}"
        index = docs / topic / "index.md"
        if "\nhide:" not in (text := draft.read(index)):  # its cards take the whole width
            draft.texts[index] = text.replace("\n---\n", "\nhide: [navigation, toc]\n---\n", 1)
    else:
        tests = catalog.ROOT / "tests"
        taken = (docs / topic, tests / topic, tests / "sentences" / f"{topic}.txt")
        navigation = draft.read(catalog.ROOT / "mkdocs.yml")
        if any(path.exists() for path in taken) or f" {topic}/" in navigation:
            raise NewError(f"{topic!r} names other pages or tests: choose another name")
        wanted = f'["{below}"]' if below else "[]"
        source += f"\n#: What the home page names of it.\nWANTED = {wanted}\n"
    draft.create(folder / "__init__.py", source)
    try:
        page = catalog.Page(name, folder, (), ast.get_docstring(ast.parse(source)) or "", [])
        sentences = [sentence.text for sentence in sentences_of_page(page)]
    except (SyntaxError, ValueError) as error:
        raise NewError(f"no heading and summary of a page: {error}") from None
    description = f"{label.replace(':', ',')} in PyTorch, with what each line prints: {summary}"
    if len(description) > LONGEST_DESCRIPTION:
        raise NewError(
            f"{description!r} is longer than {LONGEST_DESCRIPTION} characters: say it in less"
        )
    title, described = (json.dumps(text, ensure_ascii=False) for text in (label, description))
    text = _PAGE.format(title=title, description=described, module=name.replace("/", "."))
    draft.create(docs / topic / f"{group or 'index'}.md", text)
    _list(draft, name, name, sentences)
    _add_to_navigation(draft, topic, group, heading, neighbour)


def _append(draft: Draft, folder: Path, name: str, after: str | None, *, is_page: bool) -> str:
    """Add a name to the `__all__` of a folder, and return the name above it, if there is one."""
    path = folder / "__init__.py"
    source = draft.read(path)
    names = next(
        node.value
        for node in ast.parse(source).body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
    )
    assert isinstance(names, ast.List)
    members: list[str] = ast.literal_eval(names)
    if name in members:
        raise NewError(f"{_shown(path)}: {name!r} is there: choose another name, or edit that")
    if after is not None and after not in members:
        raise NewError(f"{_shown(path)}: no {after!r} to stand below, expected one of {members}")
    if members and draft.is_page(folder / members[0]) != is_page:
        below = folder.relative_to(catalog.SNIPPETS).as_posix()
        has, next_step = (
            ("entries and no groups", f"an entry, {below}/{name}, is made without --page")
            if is_page
            else ("groups and no entries of its own", f"expected {below}/<group>/{name}, or --page")
        )
        raise NewError(f"{_shown(path)}: {below} has {has} ({', '.join(members)}): {next_step}")
    if not is_page and len(members) >= MOST_ENTRIES:
        raise NewError(
            f"{_shown(path)}: the page has {len(members)} entries, {MOST_ENTRIES} at most: "
            "make another with --page"
        )
    row, lines = f'"{name}"', source.encode().splitlines(keepends=True)  # columns are of bytes
    if members:
        above = names.elts[members.index(after) if after else -1]
        line, column = above.end_lineno or 1, above.end_col_offset or 0
        margin = lines[above.lineno - 1][: above.col_offset].decode()
        row = f",\n{margin}{row}" if margin.isspace() else f", {row}"
    else:
        line, column = names.lineno, names.col_offset + 1
    lines[line - 1] = lines[line - 1][:column] + row.encode() + lines[line - 1][column:]
    draft.texts[path] = b"".join(lines).decode()
    return after or (members[-1] if members else "")


def _list(draft: Draft, page: str, owner: str, sentences: list[str]) -> None:
    """Say in the list of a page that these sentences state nothing that could be run."""
    path = catalog.ROOT / "tests" / "sentences" / f"{page}.txt"
    above = draft.read(path).rstrip()
    rows = [f"## {owner}", *(f"definition: {text}" for text in sentences)]
    draft.texts[path] = (f"{above}\n\n" if above else "") + "\n".join(rows) + "\n"


def _add_to_navigation(draft: Draft, topic: str, group: str, heading: str, neighbour: str) -> None:
    """Add a page below its neighbour, as text, so that comments and order stay."""
    path = catalog.ROOT / "mkdocs.yml"
    lines = draft.read(path).splitlines()
    above = rf"{topic}/{neighbour or 'index'}\.md" if group else rf"{neighbour}/\w+\.md"
    found = [n for n, line in enumerate(lines) if re.search(rf"(?:- |: ){above}\s*$", line)]
    if not found:
        raise NewError(f"mkdocs.yml: no line of {above!r} in `nav` to put the page below")
    first, last = found[0], found[-1]
    label = heading if re.fullmatch(r"\w[\w ,-]*", heading) else json.dumps(heading)
    if group and (leaf := re.match(rf"( *)- (.+): {topic}/index\.md", lines[last])):
        margin = leaf[1] + " " * 4
        lines[last : last + 1] = [f"{leaf[1]}- {leaf[2]}:", f"{margin}- {topic}/index.md"]
        last += 1
    elif not group and re.match(rf" *- {neighbour}/", lines[first]):
        margin = _margin(lines[first - 1])  # the name of a section, above its first page
    else:
        margin = _margin(lines[first])
    lines.insert(last + 1, f"{margin}- {label}: {topic}/{group or 'index'}.md")
    draft.texts[path] = "\n".join(lines) + "\n"


def _margin(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _words(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _shown(path: Path) -> str:
    return path.relative_to(catalog.ROOT).as_posix()
