"""Read an entry: its docstring with griffe, its code with ast and tokenize."""

from __future__ import annotations

import ast
import io
import logging
import re
import tokenize
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import griffe
from packaging.version import InvalidVersion, Version

from cheatsheet.shapes import Shape, ShapeSyntaxError, parse_shape, parse_shape_comment

#: The docstring section of the phrases by which an entry is looked for.
_ASKED = "Asked as"
_WORDED = "Also worded"

#: The sections of what older releases of torch do in place of a claim: `Before: 2.14`.
_EARLIER = "Before"

#: What stands for the type of an error in a row of `Before:` where nothing is raised or warned.
NOTHING = "nothing"

#: What stands for it where the row is about what a statement prints.
PRINTS = "prints"

#: What stands for it where the row is about what the code writes to standard error.
WRITES = "writes"

#: The expression of a row of `Before:` that is about the whole code, run from top to bottom.
WHOLE_CODE = "..."

#: What a reader types is short, in characters.
LONGEST_PHRASE = 100

#: A message is known by words: fewer say nothing.
FEWEST_WORDS = 2

#: A trailing comment that starts so marks the line that one comes for: `# <-`, `# <- (2, 3)`.
_MARK = re.compile(r"#\s*<-[ \t]*")

#: An output of more lines than this says less on a sheet than a shape does.
_LINES_OF_RESULT = 4


class EntryError(Exception):
    """An entry that cannot be read. The message names the file, the line and the next step."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        """Build the message `path:line: message`."""
        super().__init__(f"{path}:{line}: {message}")


@dataclass(frozen=True)
class ShapeRow:
    """A row of `Attributes: Shapes`: the variable `name` has `shape`."""

    name: str
    shape: Shape
    description: str
    line: int


@dataclass(frozen=True)
class FailureRow:
    """A row of `Raises:` or `Warns:`: evaluating `expression` gives `type` with `message`."""

    type: str
    expression: str
    message: str
    line: int


@dataclass(frozen=True)
class EarlierRow(FailureRow):
    """A row of `Before: 2.14`: what releases of torch before that one do in place of a claim.

    Attributes:
        release: The first release on which the entry claims what it documents, as `(2, 14)`.
        type: The error or warning; `nothing` where there is none; `prints` for an output; `writes`
            for standard error.
        expression: That of the row whose place it takes; for an output, the statement that prints;
            `...` for what the whole code warns or writes.
        message: A part of the message; for an output, the text, blanks as one.
    """

    release: tuple[int, int]


@dataclass(frozen=True)
class Output:
    """A block of `#>` lines.

    Attributes:
        statement: The last line of the statement whose output it documents.
        first: The block's first line.
        last: The block's last line.
        text: What is documented, a newline after each line.
    """

    statement: int
    first: int
    last: int
    text: str


@dataclass(frozen=True)
class LineShapes:
    """A trailing comment that claims the shape of the value on its line.

    Attributes:
        line: The line of the comment.
        statement: The first line of the statement that it stands in.
        shapes: One shape for a value, several for the parts of a tuple.
    """

    line: int
    statement: int
    shapes: tuple[Shape, ...]


@dataclass(frozen=True)
class Call:
    """The statement that one comes for, marked `# <-`.

    Attributes:
        line: The line of the mark.
        text: The statement on one line, without `print` and comments; of a compound one, its
            first line; of a dictionary or a list of several lines, what the marked line adds.
        result: What it prints, or else the shape of what it gives; empty where neither is claimed.
    """

    line: int
    text: str
    result: str


Observable = ast.Assign | ast.AnnAssign | ast.AugAssign | ast.Return | ast.Expr


@dataclass(frozen=True)
class Entry:
    """A small Python file that makes claims.

    Attributes:
        name: Topic, group if any, and file name: `losses/regression/huber`.
        path: The file.
        source: The whole text of the file.
        heading: The name a reader would search for.
        summary: What it is for, in half a sentence.
        text: The docstring's prose without its first line, as Markdown.
        asked: The phrases of `Asked as:`, by which readers look for it and which it does not hold.
        shapes: The rows of `Attributes: Shapes`.
        wordings: The lines of `Also worded:`, its message in other versions and on other devices.
        raises: The rows of `Raises:`.
        warns: The rows of `Warns:`.
        earlier: The rows of `Before:`, by release.
        needs: What must be there for the entry to run: `cuda`, `torch>=2.13`, `onnx`.
        outputs: The blocks of `#>` lines, in order.
        line_shapes: The trailing comments that claim a shape.
        call: The statement that one comes for, if one is marked.
    """

    name: str
    path: Path
    source: str
    heading: str
    summary: str
    text: str
    asked: tuple[str, ...]
    wordings: tuple[str, ...]
    shapes: tuple[ShapeRow, ...]
    raises: tuple[FailureRow, ...]
    warns: tuple[FailureRow, ...]
    earlier: tuple[EarlierRow, ...]
    needs: tuple[str, ...]
    outputs: tuple[Output, ...]
    line_shapes: tuple[LineShapes, ...]
    call: Call | None

    @cached_property
    def tree(self) -> ast.Module:
        """The code as a syntax tree."""
        return ast.parse(self.source, filename=str(self.path))

    def on(self, torch: str) -> Entry:
        """Return the entry with what it claims on a release of torch, `2.13.0`.

        Of several rows about one expression, that of the nearest release above it counts.
        """
        release = Version(torch).release[:2]
        rows: dict[str, list[EarlierRow]] = {}
        for row in sorted(self.earlier, key=lambda row: row.release):
            others = rows.setdefault(row.expression, []) if release < row.release else []
            if not others or others[0].release == row.release:
                others.append(row)
        if not rows:
            return self
        printing = self.printing()
        printed = {printing[text]: of[0] for text, of in rows.items() if text in printing}
        return replace(
            self,
            raises=_with_earlier(self.raises, rows, is_warning=False),
            warns=_with_earlier(self.warns, rows, is_warning=True),
            outputs=tuple(
                Output(output.statement, then.line, then.line, f"{then.message}\n")
                if (then := printed.get(output.statement))
                else output
                for output in self.outputs
            ),
        )

    def printing(self) -> dict[str, int]:
        """Return the last lines of the statements that print, by their code."""
        return {
            ast.unparse(node): node.end_lineno or node.lineno
            for node in ast.walk(self.tree)
            if isinstance(node, ast.stmt) and _printed(node)
        }

    @property
    def code(self) -> str:
        """What a page shows: the file without its docstring and mark, `#>` lines included."""
        return self._lines_without(set())

    @property
    def pasted(self) -> str:
        """What the copy button gives: the code without its `#>` lines."""
        return self._lines_without(
            {line for output in self.outputs for line in range(output.first, output.last + 1)}
        )

    @property
    def called(self) -> int | None:
        """The number of the marked line in `code`, from 1."""
        if self.call is None:
            return None
        above = "\n".join(self.source.splitlines()[self.tree.body[0].end_lineno : self.call.line])
        return above.strip().count("\n") + 1

    def _lines_without(self, left_out: set[int]) -> str:
        first = (self.tree.body[0].end_lineno or 1) + 1
        lines = self.source.splitlines()
        if self.call:
            lines[self.call.line - 1] = without_mark(lines[self.call.line - 1])
        kept = [lines[n - 1] for n in range(first, len(lines) + 1) if n not in left_out]
        return "\n".join(kept).strip() + "\n"

    @property
    def sections(self) -> dict[str, list[str]]:
        """The pasted code by section: the lines below each `# %% Name`, in order.

        What stands above the first mark is under an empty name.
        """
        sections: dict[str, list[str]] = {"": []}
        for line in self.pasted.splitlines():
            if line.startswith("# %%"):
                sections[line.removeprefix("# %%").strip()] = []
            else:
                sections[next(reversed(sections))].append(line)
        return {name: lines for name, lines in sections.items() if name or any(lines)}

    @property
    def has_formula(self) -> bool:
        """Whether the text states a formula."""
        return "$$" in self.text

    @property
    def imports(self) -> frozenset[str]:
        """The modules that the code imports by name."""
        names: set[str] = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                names.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module)
        return frozenset(names)


def read_entry(path: Path, name: str, source: str | None = None) -> Entry:
    """Read the entry in a file.

    Args:
        path: The file.
        name: What to call the entry.
        source: The text to read in place of the file's.

    Raises:
        EntryError: The file does not parse, or a claim in it is malformed.
    """
    if source is None:
        source = path.read_text(encoding="utf-8")
    try:
        tree = ast.parse(source, filename=str(path))
    except SyntaxError as error:
        raise EntryError(path, error.lineno or 1, f"not valid Python: {error.msg}") from None
    docstring = ast.get_docstring(tree, clean=True)
    if docstring is None:
        raise EntryError(
            path, 1, 'no docstring. Start the file with r"""Heading: what it is for."""'
        )
    reader = _Reader(path, source, tree)
    parts = reader.docstring(docstring)
    outputs, line_shapes = reader.outputs(), reader.line_shapes()
    return Entry(
        name=name,
        path=path,
        source=source,
        needs=reader.needs(),
        outputs=outputs,
        line_shapes=line_shapes,
        call=reader.call(outputs, line_shapes, parts["shapes"]),
        **parts,
    )


def _with_earlier(
    rows: tuple[FailureRow, ...], earlier: dict[str, list[EarlierRow]], *, is_warning: bool
) -> tuple[FailureRow, ...]:
    """Return rows of `Raises:` or `Warns:` with the earlier ones of their kind in their place."""
    known = {row.expression for row in rows}
    in_their_place = [
        row
        for of in earlier.values()
        for row in of
        if (
            row.expression in known
            if row.type == NOTHING
            else row.type != PRINTS
            and (row.type == WRITES or row.type.endswith("Warning")) == is_warning
        )
    ]
    return (*(row for row in rows if row.expression not in earlier), *in_their_place)


def without_mark(comment: str) -> str:
    """Return a comment, or a line with one, without the mark of the line that one comes for."""
    return re.sub(r"\s*#$", "", _MARK.sub("# ", comment).rstrip())


def split_docstring(docstring: str) -> tuple[str, str, str]:
    """Split a docstring's prose into heading, summary and the text below the first line.

    Raises:
        ValueError: The first line is not `Heading: what it is for.`
    """
    first, _, text = docstring.strip().partition("\n")
    heading, colon, summary = first.partition(": ")
    if not colon or not heading.strip() or not summary.strip():
        raise ValueError(f"the first line is `Heading: what it is for.`, got {first!r}")
    return heading.strip(), summary.strip(), text.strip()


class _Collect(logging.Handler):
    def __init__(self, records: list[logging.LogRecord]) -> None:
        super().__init__()
        self.records = records

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


class _Reader:
    def __init__(self, path: Path, source: str, tree: ast.Module) -> None:
        self.path = path
        self.lines = source.splitlines()
        self.tree = tree
        self.docstring_end = tree.body[0].end_lineno or 1
        self.comments = [
            token
            for token in tokenize.generate_tokens(io.StringIO(source).readline)
            if token.type == tokenize.COMMENT
        ]
        self.statements = [node for node in ast.walk(tree) if isinstance(node, ast.stmt)]

    # The docstring

    def docstring(self, docstring: str) -> dict[str, Any]:
        text: list[str] = []
        asked: tuple[str, ...] = ()
        wordings: tuple[str, ...] = ()
        shapes: tuple[ShapeRow, ...] = ()
        earlier: list[EarlierRow] = []
        failures: dict[str, tuple[FailureRow, ...]] = {"raises": (), "warns": ()}
        with self.griffe_warnings_are_errors():
            sections = griffe.Docstring(docstring, lineno=1).parse("google")
        for section in sections:
            kind = section.kind.value
            if kind == "text":
                self.refuse_swallowed_sections(section.value)
                text.append(section.value)
            elif kind == "attributes" and section.title == "Shapes":
                shapes = tuple(self.shape_row(row) for row in section.value)
            elif kind in failures:
                failures[kind] = tuple(self.failure_row(row) for row in section.value)
            elif kind == "admonition" and section.title == _ASKED:
                asked = self.phrases(section.value.contents)
            elif kind == "admonition" and section.title == _WORDED:
                wordings = self.wordings(section.value.contents)
            elif kind == "admonition" and section.value.kind == _EARLIER.lower():
                earlier += self.earlier_rows(section.title or "", section.value.contents)
            else:
                title = section.title or kind.title()
                raise EntryError(
                    self.path,
                    self.line_of(title),
                    f"unknown section {title!r}. An entry has `Attributes: Shapes`, `Raises:`, "
                    f"`Warns:`, `{_EARLIER}: 2.14`, `{_WORDED}:` and `{_ASKED}:`; plain text does "
                    "not end a line with a colon above indented text",
                )
        try:
            heading, summary, body = split_docstring("\n\n".join(text))
        except ValueError as error:
            raise EntryError(self.path, 1, str(error)) from None
        return {
            "heading": heading,
            "summary": summary,
            "text": body,
            "asked": asked,
            "wordings": wordings,
            "shapes": shapes,
            "raises": failures["raises"],
            "warns": failures["warns"],
            "earlier": tuple(earlier),
        }

    def refuse_swallowed_sections(self, text: str) -> None:
        """Refuse a section that griffe took for prose, for want of a blank line above it."""
        match = re.search(
            rf"^(Attributes: Shapes|Raises:|Warns:|{_EARLIER}: \S+|{_WORDED}:|{_ASKED}:)\s*$",
            text,
            re.MULTILINE,
        )
        if match:
            line = self.line_of(match[0])
            raise EntryError(
                self.path, line, f"`{match[1]}` needs a blank line above and rows below it"
            )

    @contextmanager
    def griffe_warnings_are_errors(self) -> Iterator[None]:
        """Turn what griffe logs of a docstring (a row it drops, say) into an error."""
        records: list[logging.LogRecord] = []
        handler = _Collect(records)
        logger = logging.getLogger("griffe")
        propagate, logger.propagate = logger.propagate, False
        logger.addHandler(handler)
        try:
            yield
        finally:
            logger.removeHandler(handler)
            logger.propagate = propagate
        for record in records:
            match = re.match(r"^[^:]*:(\d+): (.*)", record.getMessage(), re.DOTALL)
            if record.levelno >= logging.WARNING or match:
                line, message = (int(match[1]), match[2]) if match else (1, record.getMessage())
                raise EntryError(self.path, line, f"malformed docstring. {message}")

    def line_of(self, text: str) -> int:
        """Return the line of the docstring in which `text` first stands."""
        for number, line in enumerate(self.lines[: self.docstring_end], start=1):
            if text in line:
                return number
        return 1

    def shape_row(self, row: griffe.DocstringAttribute) -> ShapeRow:
        line = self.line_of(f"    {row.name}:")
        expected = f"a row reads `name: (N, C) float32, words`, got `{row.name}: {row.description}`"
        if row.annotation is not None or not all(p.isidentifier() for p in row.name.split(".")):
            raise EntryError(self.path, line, f"malformed shape row. {expected}")
        try:
            shape, rest = parse_shape(row.description)
        except ShapeSyntaxError as error:
            raise EntryError(self.path, line, f"malformed shape row. {expected}: {error}") from None
        if shape.dtype is None or (rest and not rest.startswith(", ")):
            raise EntryError(self.path, line, f"malformed shape row, no known dtype. {expected}")
        return ShapeRow(row.name, shape, " ".join(rest.removeprefix(", ").split()), line)

    def phrases(self, contents: str) -> tuple[str, ...]:
        found = [" ".join(phrase.split()) for phrase in contents.split(";")]
        for number, phrase in enumerate(found):
            problem = (
                "an empty phrase"
                if not phrase
                else f"{phrase!r} stands twice"
                if phrase in found[:number]
                else f"{phrase!r} is longer than {LONGEST_PHRASE} characters"
                if len(phrase) > LONGEST_PHRASE
                else None
            )
            if problem:
                expected = "expected short ones, set apart by semicolons: `add an axis; np.newaxis`"
                raise EntryError(self.path, self.line_of(f"{_ASKED}:"), f"{problem}, {expected}")
        return tuple(found)

    def wordings(self, contents: str) -> tuple[str, ...]:
        """Read one wording a row."""
        found = _rows(contents)
        for wording in found:
            if len(re.findall(r"[A-Za-z]{2,}", wording)) < FEWEST_WORDS:
                raise EntryError(
                    self.path,
                    self.line_of(wording[:40]),
                    f"the wording {wording!r} has fewer than {FEWEST_WORDS} words, expected a "
                    "message or the part of it that is always there",
                )
        return tuple(found)

    def failure_row(self, row: griffe.DocstringRaise | griffe.DocstringWarn) -> FailureRow:
        kind = str(row.annotation)
        line = self.line_of(f"    {kind}: {row.description.splitlines()[0]}")
        return self.failure(kind, row.description, line)

    def failure(self, kind: str, description: str, line: int) -> FailureRow:
        match = re.match(r"^`(?P<expression>[^`]+)`\s+(?P<message>.+)$", description, re.DOTALL)
        expected = "a row reads `ErrorType: ``failing expression`` a part of the message`"
        if match is None:
            raise EntryError(self.path, line, f"malformed row. {expected}, got {description!r}")
        expression = " ".join(match["expression"].split())
        self.refuse_unless_parsed(expression, line)
        message = " ".join(match["message"].split())
        if len(message) < 8 and kind != PRINTS:
            raise EntryError(
                self.path, line, f"the message {message!r} is too short to tell it from others"
            )
        return FailureRow(kind, expression, message, line)

    def refuse_unless_parsed(self, expression: str, line: int) -> None:
        try:
            ast.parse(expression, mode="eval")
        except SyntaxError as error:
            raise EntryError(
                self.path, line, f"`{expression}` is not an expression: {error.msg}"
            ) from None

    def earlier_rows(self, release: str, contents: str) -> Iterator[EarlierRow]:
        """Read the rows of a section `Before: 2.14`."""
        head = self.line_of(f"{_EARLIER}: {release}")
        try:
            major, minor = Version(release).release
        except (InvalidVersion, ValueError):
            raise EntryError(
                self.path, head, f"`{_EARLIER}: {release}` names no release, expected `2.14`"
            ) from None
        for text in _rows(contents):
            kind, _, description = text.partition(": ")
            lines = range(head, self.docstring_end + 1)
            line = next((n for n in lines if text[:30] in self.lines[n - 1]), head)
            if kind == NOTHING and (match := re.fullmatch(r"`([^`]+)`", description)):
                self.refuse_unless_parsed(match[1], line)
                row = FailureRow(kind, match[1], "", line)
            else:
                row = self.failure(kind, description, line)
            if row.type == PRINTS:
                self.refuse_unless_printed(row)
            yield EarlierRow(row.type, row.expression, row.message, line, (major, minor))

    def refuse_unless_printed(self, row: FailureRow) -> None:
        statements = {ast.unparse(s) for s in self.statements if _printed(s)}
        if row.expression not in statements:
            raise EntryError(
                self.path,
                row.line,
                f"no statement reads `{row.expression}`, expected one of the code that prints",
            )

    # The code

    def needs(self) -> tuple[str, ...]:
        first = next((c for c in self.comments if c.start[0] > self.docstring_end), None)
        if first is None or not first.string.startswith("# needs:"):
            return ()
        return tuple(need.strip() for need in first.string.removeprefix("# needs:").split(","))

    def outputs(self) -> tuple[Output, ...]:
        lines = {
            comment.start[0]: comment.string[2:].removeprefix(" ")
            for comment in self.comments
            if comment.string.startswith("#>") and self.is_whole_line(comment)
        }
        outputs = []
        for first in sorted(lines):
            if first - 1 in lines:
                continue
            last = first
            while last + 1 in lines:
                last += 1
            owner = max(
                (s for s in self.statements if s.end_lineno == first - 1),
                key=lambda statement: statement.lineno,
                default=None,
            )
            if owner is None or first - 1 <= self.docstring_end:
                raise EntryError(
                    self.path, first, "a `#>` line stands directly under the line that prints it"
                )
            text = "".join(f"{lines[n]}\n" for n in range(first, last + 1))
            outputs.append(Output(first - 1, first, last, text))
        return tuple(outputs)

    def line_shapes(self) -> tuple[LineShapes, ...]:
        found = []
        for comment in self.comments:
            line = comment.start[0]
            if self.is_whole_line(comment):
                continue
            try:
                shapes = parse_shape_comment(without_mark(comment.string))
            except ShapeSyntaxError as error:
                raise EntryError(self.path, line, f"malformed shape comment: {error}") from None
            if shapes is None:
                continue
            owner = max(
                (s for s in self.statements if s.lineno <= line <= (s.end_lineno or s.lineno)),
                key=lambda statement: statement.lineno,
            )
            if not isinstance(owner, Observable):
                raise EntryError(
                    self.path, line, "a shape comment stands on a line that assigns or returns"
                )
            found.append(LineShapes(line, owner.lineno, shapes))
        return tuple(found)

    def call(
        self,
        outputs: tuple[Output, ...],
        line_shapes: tuple[LineShapes, ...],
        rows: tuple[ShapeRow, ...],
    ) -> Call | None:
        marks = [comment.start[0] for comment in self.comments if _MARK.match(comment.string)]
        if not marks:
            return None
        line = marks[-1]
        around = [s for s in self.statements if s.lineno <= line <= (s.end_lineno or s.lineno)]
        statement = max(around, key=lambda s: s.lineno, default=None)
        if len(marks) > 1 or statement is None or self.is_whole_line_at(line):
            raise EntryError(
                self.path, line, "one `# <-` stands behind the statement that one comes for"
            )
        part = _element_on(line, statement)
        if part is not None:
            return Call(line, self.typed(part), "")
        result = self.result_of(statement, outputs, line_shapes, rows)
        return Call(line, self.typed(statement), result)

    def typed(self, statement: ast.stmt | ast.expr) -> str:
        """Return a statement, or a part of one, as one would type it."""
        lines = [*self.lines]
        for comment in self.comments:
            number, column = comment.start
            lines[number - 1] = lines[number - 1][:column].rstrip()
        if hasattr(statement, "body"):
            return lines[statement.lineno - 1].strip()
        parts: list[ast.expr] | list[ast.stmt | ast.expr] = _printed(statement) or [statement]
        shown = ast.copy_location(ast.Pass(), parts[0])  # from the first to the last of them
        shown.end_lineno, shown.end_col_offset = parts[-1].end_lineno, parts[-1].end_col_offset
        text = ast.get_source_segment("\n".join(lines), shown) or ""
        joined = re.sub(r"\s*\n\s*", " ", text)
        return joined if text == joined else re.sub(r"(?<=[(\[{]) |,? (?=[)\]}])", "", joined)

    def result_of(
        self,
        statement: ast.stmt,
        outputs: tuple[Output, ...],
        line_shapes: tuple[LineShapes, ...],
        rows: tuple[ShapeRow, ...],
    ) -> str:
        """Return what a statement prints, or its value where it is printed, or else its shape."""
        targets = statement.targets if isinstance(statement, ast.Assign) else []
        given = ast.unparse(targets[0]).strip("()") if targets else ""
        by_end = {s.end_lineno: s for s in self.statements if _printed(s)}
        for output in outputs:
            owner = by_end.get(output.statement)
            prints = owner is statement or (
                given
                and owner is not None
                and owner.lineno > statement.lineno
                and ast.unparse(owner) == f"print({given})"
            )
            if prints and output.text.count("\n") <= _LINES_OF_RESULT:
                return output.text.rstrip("\n")
        for claimed in line_shapes:
            if claimed.statement == statement.lineno:
                return ", ".join(map(str, claimed.shapes))
        return next((str(row.shape) for row in rows if row.name == given), "")

    def is_whole_line_at(self, line: int) -> bool:
        return self.lines[line - 1].lstrip().startswith("#")

    def is_whole_line(self, comment: tokenize.TokenInfo) -> bool:
        return self.is_whole_line_at(comment.start[0])


def _rows(contents: str) -> list[str]:
    """Return the rows of a section; a line that is indented further goes on with the one above."""
    return re.sub(r"\n[ \t]+", " ", contents.strip()).splitlines()


def _element_on(line: int, statement: ast.stmt) -> ast.expr | None:
    """Return the value that a line adds to a dictionary, list or comprehension of several lines."""
    for node in ast.walk(statement):
        match node:
            case ast.Dict(values=parts) | ast.List(elts=parts):
                pass
            case ast.DictComp(value=part) | ast.ListComp(elt=part):
                parts = [part]
            case _:
                continue
        for part in parts:
            if node.lineno < part.lineno == part.end_lineno == line:
                return part
    return None


def _printed(node: ast.AST) -> list[ast.expr]:
    """Return what a statement prints, where it is a call of `print`."""
    match node:
        case ast.Expr(value=ast.Call(func=ast.Name(id="print"), args=arguments)):
            return arguments
    return []
