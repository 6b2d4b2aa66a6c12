"""Look through files, and rewrite them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Literal

from cheatsheet.upgrade import files
from cheatsheet.upgrade.find import Finding, as_finding, find
from cheatsheet.upgrade.program import Program
from cheatsheet.upgrade.rewrite import rewrite
from cheatsheet.upgrade.rule import Found

Level = Literal["none", "safe", "unsafe"]

#: A fix can uncover another; more turns than this were never needed.
TURNS = 8

#: Fewer files than this are read faster by one process.
FEW = 24


@dataclass
class Outcome:
    """What came of one file.

    Attributes:
        findings: What is old in it; after rewriting what still is, and what was.
        problem: Why it could not be read.
        read: Its bytes.
        before: The same, if it has been changed.
        after: What they have become.
    """

    path: str
    findings: list[Finding] = field(default_factory=list)
    problem: str | None = None
    read: bytes = b""
    before: bytes | None = None
    after: bytes | None = None


def _fixable(found: list[Found], level: Level) -> list[Found]:
    allowed = {"none": (), "safe": ("safe",), "unsafe": ("safe", "unsafe")}[level]
    return [one for one in found if one.fix is not None and one.safety in allowed]


def examine(path: str, data: bytes, rules: frozenset[str], level: Level) -> Outcome:
    """Find what is old in a file, and what it is with the fixes that are allowed."""
    try:
        source = files.read(path, data)
    except files.UnusableError as error:
        return Outcome(path, problem=str(error))
    outcome = Outcome(path, read=data if path == "-" else b"")
    is_package = Path(path).name == "__init__.py"
    text = source.text
    try:
        program = Program(text, is_package)
        found = find(program, rules)
        for _ in range(TURNS):
            wanted = _fixable(found, level)
            text, done = rewrite(program, wanted) if wanted else (text, [])
            if not done:
                break
            outcome.findings += [_placed(source, one, fixed=True) for one in done]
            program = Program(text, is_package)
            found = find(program, rules)
    except RecursionError:
        return Outcome(path, problem=f"{path}: nested too deeply; left alone")
    outcome.findings += [_placed(source, one) for one in found]
    if any(finding.fixed for finding in outcome.findings):
        outcome.before, outcome.after = data, source.as_bytes(text)
    return outcome


def _placed(source: files.Source, found: Found, fixed: bool = False) -> Finding:
    cell, line = source.place(found.line)
    found.line = line
    return as_finding(found, source.path, fixed, cell)


def _examine_file(path: str, rules: frozenset[str], level: Level) -> Outcome:
    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        return Outcome(path, problem=f"{path}: {error.strerror}")
    try:
        return examine(path, data, rules, level)
    except Exception as error:  # one file of thousands must not end the run
        return Outcome(path, problem=f"{path}: left alone, a mistake of this tool: {error!r}")


def examine_all(paths: list[str], rules: frozenset[str], level: Level) -> Iterator[Outcome]:
    """Look through many files, with all processors if they are many."""
    work = partial(_examine_file, rules=rules, level=level)
    if len(paths) < FEW:
        yield from map(work, paths)
        return
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        yield from pool.map(work, paths, chunksize=8)
