"""Which sentences a test or a claim holds, and which state nothing that could be run.

A sentence is held where a test quotes it with `@says("owner", "sentence")`, or where the list of
its page, `tests/sentences/<page>.txt`, names the claim of the entry that shows it. The same list
names what cannot be run: advice, definitions, pointers, history, and comments that only name a
step. What is neither is a fact that nobody checks, and a test refuses it.
"""

from __future__ import annotations

import ast
import difflib
import io
import re
import tokenize
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from cheatsheet import catalog
from cheatsheet.catalog import ROOT, Page
from cheatsheet.entry import Entry, read_entry, split_docstring, without_mark
from cheatsheet.shapes import parse_shape_comment

TESTS = ROOT / "tests"
LISTS = TESTS / "sentences"

#: What a list may say of a sentence. `shown` is held by the claim that is quoted below it, `gpu`
#: waits for a machine that can run it, and the others state nothing that could be run.
SHOWN, GPU = "shown", "gpu"
#: What nothing accounts for.
OPEN = "open"
NOT_RUN = ("advice", "definition", "pointer", "history", "step")
KINDS = (SHOWN, GPU, *NOT_RUN)

#: Words that one example cannot hold: the test draws its inputs, or has several by parameter.
UNIVERSAL = re.compile(
    r"\b(?:always|never|only|any|all|every|each|the same|none|no matter|in the same way)\b", re.I
)

#: Documents that are no page of entries.
DOCUMENTS = {
    "README": ROOT / "README.md",
    "CONTRIBUTING": ROOT / "CONTRIBUTING.md",
    "home": ROOT / "docs" / "index.md",
    "shapes": ROOT / "docs" / "shapes.md",
}

_ITEM = r"(?:[-*]|\d+\.) "
_LINK = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\([^()\s]*\)")
_POINTER = re.compile(
    rf"(?:See|Compare|More):?(?: also)? (?:{_LINK.pattern}(?:, | and |, and |; )?)+\.?"
)


@dataclass(frozen=True)
class Sentence:
    """A sentence as it is read: on one line, a link by its words.

    Attributes:
        owner: The entry, the page (`losses/regression`) or the document (`README`, `home`).
        text: The sentence.
        path: The file.
        line: Where its paragraph or its comment begins.
        is_pointer: Whether it says nothing but where to read on.
    """

    owner: str
    text: str
    path: Path
    line: int
    is_pointer: bool


@dataclass(frozen=True)
class Listed:
    """A row of a list: what it says of a sentence, and the claim that shows it."""

    owner: str
    text: str
    kind: str
    claim: str
    path: Path
    line: int


@dataclass(frozen=True)
class Said:
    """A sentence that a test holds.

    Attributes:
        owner: Whose sentence it is.
        text: The sentence, as the test quotes it.
        test: The name of the test.
        draws: Whether the test draws its inputs or has several by parameter.
        needs_gpu: Whether the test runs on a GPU only.
        path: The file of the test.
        line: The line of the quotation.
    """

    owner: str
    text: str
    test: str
    draws: bool
    needs_gpu: bool
    path: Path
    line: int


# What is written


def sentences_of(entry: Entry) -> list[Sentence]:
    """Return the sentences of an entry: docstring, comments, docstrings of its functions."""
    return [
        sentence
        for line, text in (*_prose(entry), *_comments(entry))
        for sentence in _split(entry.name, text, entry.path, line)
    ]


def sentences_of_page(page: Page) -> list[Sentence]:
    """Return the sentences of a page's introduction."""
    _, summary, text = split_docstring(page.docstring)
    found = _split(page.name, summary, page.path, 1)
    return found + _split(page.name, text, page.path, 3)


def sentences_of_document(name: str) -> list[Sentence]:
    """Return the sentences of a document, such as the README."""
    path = DOCUMENTS[name]
    text = re.sub(r"\A---\n.*?\n---\n", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return _split(name, text, path, 1)


def _prose(entry: Entry) -> Iterator[tuple[int, str]]:
    yield 1, entry.summary
    yield 3, entry.text
    for row in entry.shapes:
        yield row.line, row.description
    for node in ast.walk(entry.tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and (text := ast.get_docstring(node)):
            yield node.body[0].lineno, text


def _comments(entry: Entry) -> Iterator[tuple[int, str]]:
    """Yield whole-line comments as paragraphs, and comments behind code without their shapes."""
    lines = entry.source.splitlines()
    paragraph: list[str] = []
    first = 0
    for token in tokenize.generate_tokens(io.StringIO(entry.source).readline):
        if token.type != tokenize.COMMENT or re.match(r"#>|# %%|# needs:|#:", token.string):
            continue
        line, column = token.start
        text = without_mark(token.string).removeprefix("#").strip()
        is_whole_line = not lines[line - 1][:column].strip()
        if is_whole_line and paragraph and line == first + len(paragraph):
            paragraph.append(text)
            continue
        yield first, "\n".join(paragraph)
        paragraph, first = [text] if is_whole_line else [], line
        if not is_whole_line:
            shapes = parse_shape_comment(without_mark(token.string))
            yield line, text.partition(": ")[2] if shapes is not None else text
    yield first, "\n".join(paragraph)


def _split(owner: str, markdown: str, path: Path, line: int) -> list[Sentence]:
    found = []
    for paragraph in _paragraphs(markdown):
        for raw in _sentences(paragraph):
            text = _LINK.sub(r"\1", raw)
            if re.search(r"[A-Za-z0-9]", text):
                found.append(Sentence(owner, text, path, line, bool(_POINTER.fullmatch(raw))))
    return found


def _paragraphs(markdown: str) -> Iterator[str]:
    """Yield paragraphs, list items and rows of tables, each on one line."""
    text = re.sub(r"^[ \t]*```.*?^[ \t]*```", "", markdown, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"\$\$.*?\$\$", "", text, flags=re.DOTALL)
    text = re.sub(r"^!\[.*\]\(.*\)$|^#+ .*$|^:::.*$|^<.*>$", "", text, flags=re.MULTILINE)
    text = re.sub(r"^\|.*\|\n\|[-:| ]+\|$", "", text, flags=re.MULTILINE)  # head of a table
    for block in re.split(r"\n\s*\n", text):
        if block.lstrip().startswith("|"):
            for row in block.strip().splitlines():
                yield " | ".join(cell.strip() for cell in row.strip("| ").split("|"))
        elif re.match(rf"\s*{_ITEM}", block):
            for item in re.split(rf"^\s*{_ITEM}", block, flags=re.MULTILINE):
                yield " ".join(item.split())
        else:
            yield " ".join(block.split())


def _sentences(paragraph: str) -> list[str]:
    """Split at full stops; those inside code and formulas end nothing."""
    masked = re.sub(r"`[^`]*`|\$[^$]*\$", lambda m: "`" + "x" * (len(m[0]) - 2) + "`", paragraph)
    masked = re.sub(r"\b(?:e\.g|i\.e|vs|etc)\. ", lambda m: "x" * len(m[0]), masked)
    ends = [m.end() for m in re.finditer(r"[.!?][\"')]?\s+(?=[A-Z`\"'(\[*0-9$])", masked)]
    parts = [paragraph[a:b].strip() for a, b in zip([0, *ends], [*ends, None], strict=True)]
    return [part for part in parts if part]


# What holds it


@cache
def listed() -> dict[str, dict[str, Listed]]:
    """Read the lists of all pages: by owner and sentence.

    Raises:
        ValueError: A row is malformed; the message names the file and the line.
    """
    rows: dict[str, dict[str, Listed]] = {}
    for path in sorted(LISTS.rglob("*.txt")):
        owner = ""
        last: Listed | None = None
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.startswith("## "):
                owner, last = line[3:].strip(), None
            elif line.startswith("    ") and last and last.kind == SHOWN and not last.claim:
                last = Listed(owner, last.text, SHOWN, line.strip(), path, last.line)
                rows.setdefault(owner, {})[last.text] = last
            elif line.strip():
                kind, colon, text = line.partition(": ")
                if not (owner and colon and kind in KINDS):
                    raise ValueError(
                        f"{path}:{number}: expected `## owner`, or `kind: sentence` with a kind "
                        f"of {', '.join(KINDS)}, or below `shown` its claim, indented; got {line!r}"
                    )
                last = Listed(owner, text.strip(), kind, "", path, number)
                rows.setdefault(owner, {})[last.text] = last
    return rows


@cache
def said() -> dict[str, dict[str, list[Said]]]:
    """Read which sentences the tests quote, from their source: by owner and sentence."""
    found: dict[str, dict[str, list[Said]]] = {}
    for path in sorted(TESTS.rglob("test_*.py")):
        source = path.read_text(encoding="utf-8")
        if "says(" not in source:
            continue
        tree = ast.parse(source, filename=str(path))
        constants = {
            ast.unparse(node.targets[0]): node.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                for quotation in _said_by(node, path, constants):
                    of_owner = found.setdefault(quotation.owner, {})
                    of_owner.setdefault(quotation.text, []).append(quotation)
    return found


def _said_by(
    test: ast.FunctionDef, path: Path, constants: Mapping[str, ast.expr]
) -> Iterator[Said]:
    names = [ast.unparse(d.func if isinstance(d, ast.Call) else d) for d in test.decorator_list]
    draws = any(name.split(".")[-1] in ("given", "parametrize") for name in names)
    for decorator in test.decorator_list:
        if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "says":
            try:
                owner, *texts = (
                    ast.literal_eval(constants.get(ast.unparse(argument), argument))
                    for argument in decorator.args
                )
            except ValueError:
                where = f"{path}:{decorator.lineno}"
                raise ValueError(
                    f"{where}: `says` takes an owner and sentences, as texts"
                ) from None
            for text in texts:
                gpu = "needs_cuda" in names
                yield Said(owner, text, test.name, draws, gpu, path, decorator.lineno)


# The account


@dataclass
class Account:
    """What became of the sentences of an owner, or of several."""

    sentences: list[Sentence] = field(default_factory=list)
    open: list[Sentence] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)

    @property
    def facts(self) -> int:
        """How many sentences state a fact."""
        return len(self.sentences) - self.advice

    @property
    def held(self) -> int:
        """How many of them a test or a claim holds."""
        return self.counts["said"] + self.counts[SHOWN]

    @property
    def advice(self) -> int:
        """How many state nothing that could be run."""
        return sum(self.counts[kind] for kind in NOT_RUN)

    @property
    def waiting(self) -> int:
        """How many facts wait for a GPU."""
        return self.counts[GPU]

    def add(self, other: Account) -> None:
        """Add the sentences of another account."""
        self.sentences += other.sentences
        self.open += other.open
        self.counts += other.counts
        self.problems += other.problems

    def __str__(self) -> str:
        """The three numbers."""
        waiting = f", {self.waiting} wait for a GPU" if self.waiting else ""
        return f"{self.facts} facts, {self.held} held{waiting}; {self.advice} advice"


@cache
def sentences(owner: str) -> dict[str, Sentence]:
    """Return the sentences of an entry, a page or a document, by their text.

    Raises:
        UnknownNameError: Nothing has this name.
    """
    if owner in DOCUMENTS:
        found = sentences_of_document(owner)
    elif (catalog.SNIPPETS / owner).is_dir():
        found = sentences_of_page(catalog.read_page(catalog.SNIPPETS / owner))
    else:
        found = sentences_of(_entry(owner))
    return {sentence.text: sentence for sentence in found}


def account(owner: str) -> Account:
    """Account for the sentences of an entry, of a page's introduction, or of a document."""
    is_entry = owner not in DOCUMENTS and not (catalog.SNIPPETS / owner).is_dir()
    claims = claims_of(_entry(owner)) if is_entry else ""
    return decide(sentences(owner), said().get(owner, {}), listed().get(owner, {}), claims)


def decide(
    sentences: Mapping[str, Sentence],
    said: Mapping[str, list[Said]],
    listed: Mapping[str, Listed],
    claims: str,
) -> Account:
    """Decide which sentences are accounted for.

    Args:
        sentences: What is written.
        said: The tests that quote a sentence.
        listed: The rows of the lists.
        claims: What the entry claims, as `claims_of` gives it.
    """
    result = Account(list(sentences.values()))
    for text, sentence in sentences.items():
        status, problem = _status(sentence, said.get(text, []), listed.get(text), claims)
        result.counts[status] += 1
        if status == OPEN:
            result.open.append(sentence)
        if problem:
            result.problems.append(f"{sentence.path}:{sentence.line}: {text!r} {problem}")
    quoted: list[Said | Listed] = [quotation for tests in said.values() for quotation in tests]
    for quotation in (*quoted, *listed.values()):
        if quotation.text not in sentences:
            where = f"{quotation.path}:{quotation.line}"
            problem = not_said(quotation.owner, quotation.text, sentences)
            result.problems.append(f"{where}: {problem}")
    return result


def account_of(page: Page) -> Account:
    """Account for all that stands on one page of the site."""
    result = account(page.name)
    for name in catalog.names_of(page):
        result.add(account(name))
    return result


@cache
def _entry(name: str) -> Entry:
    path = catalog.SNIPPETS / f"{name}.py"
    return read_entry(path, name) if path.exists() else catalog.find_one(name)


def _status(
    sentence: Sentence, tests: list[Said], row: Listed | None, claims: str
) -> tuple[str, str | None]:
    if tests and row:
        return "said", f"is held by {tests[0].test} and listed in {row.path}: take it off the list"
    universal = UNIVERSAL.search(re.sub(r"`[^`]*`", "", sentence.text))
    if tests:
        if universal and not any(test.draws for test in tests):
            return "said", (
                f"says {universal[0]!r}, and {tests[0].test} looks at one example: draw its inputs "
                "(`@given`, `@pytest.mark.parametrize`), or say less"
            )
        return ("said" if any(not test.needs_gpu for test in tests) else GPU), None
    if row is None:
        if sentence.is_pointer:
            return "pointer", None
        return OPEN, "is held by nothing: quote it in a test with `@says`, list it, or drop it"
    if row.kind == SHOWN:
        if universal:
            return SHOWN, f"says {universal[0]!r}, which one example cannot show: a test, or less"
        if not row.claim or " ".join(row.claim.split()) not in claims:
            return SHOWN, (
                f"is shown by {row.claim!r} ({row.path}:{row.line}), "
                "which is no part of what the entry claims"
            )
    return row.kind, None


def not_said(owner: str, text: str, sentences: Iterable[str]) -> str:
    """Word the complaint about a quotation that stands nowhere, with the nearest sentence."""
    near = difflib.get_close_matches(text, sentences, n=1, cutoff=0)
    hint = f"; nearest: {near[0]!r}" if near else ""
    return f"{owner} does not say {text!r}{hint}"


def claims_of(entry: Entry) -> str:
    """Return the text of all that an entry claims, blanks as one: outputs, shapes, errors."""
    rows = [f"{row.name}: {row.shape}" for row in entry.shapes]
    rows += [
        f"{row.type}: `{row.expression}` {row.message}" for row in (*entry.raises, *entry.warns)
    ]
    rows += [output.text for output in entry.outputs]
    rows += [str(shape) for line in entry.line_shapes for shape in line.shapes]
    rows += re.findall(r"\$\$.*?\$\$", entry.text, re.DOTALL)
    return "\n".join(" ".join(row.split()) for row in rows)


def owners() -> list[str]:
    """Return the documents, and all pages and entries in reading order."""

    def below(page: Page) -> Iterator[str]:
        yield page.name
        yield from catalog.names_of(page)
        for group in page.groups:
            yield from below(group)

    return [*DOCUMENTS, *(owner for topic in catalog.topics() for owner in below(topic))]
