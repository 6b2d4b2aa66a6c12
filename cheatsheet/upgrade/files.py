"""Files as they lie on the disk: encodings, notebooks, writing whole or not at all."""

from __future__ import annotations

import ast
import codecs
import io
import json
import os
import re
import shutil
import tempfile
import tokenize
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import nbformat

#: Stands for `async` before `=`, as long as it is, in a file that only this keeps from parsing.
ASYNC = "_anc_"


class UnusableError(ValueError):
    """A file cannot be read as Python or as a notebook."""


@dataclass
class Source:
    """The Python of one file.

    Attributes:
        text: What is looked through.
        cells: For a notebook, the line before each cell's first one, by its number.
    """

    path: str
    text: str
    cells: dict[int, int] = field(default_factory=dict)

    def place(self, line: int) -> tuple[int, int]:
        """Return the cell of a line, 0 for none, and the line in it."""
        cell, before = 0, 0
        for number, start in self.cells.items():
            if start < line:
                cell, before = number, start
        return cell, line - before

    def as_bytes(self, text: str) -> bytes:
        """Return the file with another text."""
        raise NotImplementedError


@dataclass
class Script(Source):
    """A file of Python."""

    encoding: str = "utf-8"
    bom: bool = False

    def as_bytes(self, text: str) -> bytes:
        """Return the file with another text, in its own encoding."""
        body = restored(text).encode(self.encoding)
        return codecs.BOM_UTF8 + body if self.bom else body


@dataclass
class Notebook(Source):
    """The code cells of a notebook, one below the other, a mark above each."""

    raw: str = ""
    magics: list[str] = field(default_factory=list)

    def as_bytes(self, text: str) -> bytes:
        """Return the notebook with other sources; outputs and metadata stay."""
        notebook = nbformat.reads(self.raw, as_version=4)
        for number, source in self._parts(text).items():
            notebook.cells[number - 1].source = source
        written: str = nbformat.writes(notebook)
        return (written + "\n" * (self.raw.endswith("\n") and not written.endswith("\n"))).encode()

    def _parts(self, text: str) -> dict[int, str]:
        parts = re.split(r"^_cell_(\d+)_\n", restored(text), flags=re.MULTILINE)[1:]
        found = {}
        for number, source in zip(map(int, parts[::2]), parts[1::2], strict=True):
            for place, magic in enumerate(self.magics):
                source = source.replace(_hidden(place, magic), magic)
            found[number] = source.removesuffix("\n")
        return found


def restored(text: str) -> str:
    """Return a text with `async` where nothing else has been written."""
    return re.sub(rf"\b{ASYNC}(?=\s*=)", "async", text)


def read(path: str, data: bytes) -> Source:
    """Read what a file holds.

    Raises:
        UnusableError: It is neither Python 3 nor a notebook of Python; the message says where.
    """
    if path.endswith(".ipynb"):
        return _notebook(path, data)
    bom = data.startswith(codecs.BOM_UTF8)
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        plain = "utf-8" if encoding == "utf-8-sig" else encoding
        text = data.removeprefix(codecs.BOM_UTF8).decode(plain)
    except (SyntaxError, UnicodeDecodeError) as error:
        raise UnusableError(f"{path}: expected text in its declared encoding: {error}") from None
    return Script(path, _parsable(path, text), encoding=plain, bom=bom)


@lru_cache(maxsize=1)
def parsed(text: str) -> ast.Module:
    """Return the tree of a text; it is asked for twice."""
    return ast.parse(text)


def _parsable(path: str, text: str) -> str:
    try:
        parsed(text)
    except (SyntaxError, ValueError, RecursionError) as error:
        other = _without_async(text)
        if other is not None:
            return other
        line = getattr(error, "lineno", None) or 1
        what = "Python 2: `2to3 -w` comes first" if _is_python_2(error) else "left alone"
        raise UnusableError(
            f"{path}:{line}: expected Python 3, got {getattr(error, 'msg', error)}; {what}"
        ) from None
    return text


def _is_python_2(error: Exception) -> bool:
    message = str(error)
    return any(word in message for word in ("Missing parentheses", "exec", "multiple exception"))


def _without_async(text: str) -> str | None:
    """Return a text with a word of the same length for each `async=`, if it parses then."""
    lines = text.splitlines(keepends=True)
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
    except (tokenize.TokenError, SyntaxError):
        return None
    found = False
    for token, after in pairwise(tokens):
        if token.string == "async" and after.string == "=":
            row, column = token.start
            line = lines[row - 1]
            lines[row - 1] = line[:column] + ASYNC + line[column + len(ASYNC) :]
            found = True
    other = "".join(lines)
    try:
        ast.parse(other)
    except (SyntaxError, ValueError):
        return None
    return other if found else None


# --- notebooks ----------------------------------------------------------------------------------


def _notebook(path: str, data: bytes) -> Notebook:
    try:
        raw = data.decode()
        if json.loads(raw).get("nbformat") != 4:
            raise UnusableError(f"{path}: expected a notebook of format 4; open and save it once")
        notebook = nbformat.reads(raw, as_version=4)
        language = notebook.metadata.get("kernelspec", {}).get("language", "python")
        if language != "python":
            raise UnusableError(f"{path}: expected a notebook of Python, got {language}")
    except UnusableError:
        raise
    except Exception as error:  # nbformat has many
        raise UnusableError(f"{path}: expected a notebook: {error}") from None
    made = Notebook(path, "", raw=raw)
    text = ""
    for number, cell in enumerate(notebook.cells, start=1):
        if cell.cell_type != "code" or cell.source.lstrip().startswith("%%"):
            continue
        source = _without_magics(cell.source, made.magics)
        try:
            source = _parsable(f"{path}:cell {number}", source)
        except UnusableError:
            continue
        text += f"_cell_{number}_\n"
        made.cells[number] = text.count("\n")
        text += f"{source}\n"
    made.text = text
    return made


_MAGIC = re.compile(
    r"^(?P<before>[ \t]*(?:[\w.,\[\] ]+=[ \t]*)?)"
    r"(?P<magic>[%!](?:[^\n]*\\\n)*[^\n]*|\?[^\n]*|[\w.]+\?\??)$",
    re.MULTILINE,
)


def _hidden(place: int, magic: str) -> str:
    """Return a name that stands for a command, with as many lines."""
    return f"_magic_{place}_" + "\n" * magic.count("\n")


def _without_magics(source: str, magics: list[str]) -> str:
    """Put a name where IPython reads a command; the names are numbers in the list."""

    def hide(match: re.Match[str]) -> str:
        magics.append(match["magic"])
        return match["before"] + _hidden(len(magics) - 1, match["magic"])

    try:
        ast.parse(source)
    except SyntaxError:
        return _MAGIC.sub(hide, source)
    return source


# --- writing ------------------------------------------------------------------------------------


def write(path: str, data: bytes) -> None:
    """Put a file in the place of another, with its mode: whole, or not at all."""
    target = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(target, name)
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


_SKIPPED = frozenset({"__pycache__", "node_modules", "site-packages"})


def expand(names: list[str]) -> list[str]:
    """Return the files of Python and notebooks that are named, or lie in folders that are.

    Raises:
        UnusableError: There is no such file.
    """
    found: dict[str, None] = {}
    for name in names:
        path = Path(name)
        if name == "-" or path.is_file():
            found[name] = None
        elif path.is_dir():
            for folder, folders, files in os.walk(path):
                folders[:] = sorted(
                    inner
                    for inner in folders
                    if inner not in _SKIPPED
                    and not inner.startswith(".")
                    and not (Path(folder) / inner / "pyvenv.cfg").exists()
                )
                for file in sorted(files):
                    if file.endswith((".py", ".ipynb")):
                        found[str(Path(folder) / file)] = None
        else:
            raise UnusableError(f"{name}: there is no such file")
    return list(found)
