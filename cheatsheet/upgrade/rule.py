"""A rule, a finding, and the checks that look for what a rule is about."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import libcst as cst

    from cheatsheet.upgrade.program import Program

#: Safe: the result is the same. Unsafe: it can differ. Report: nothing is rewritten.
Safety = Literal["safe", "unsafe", "report"]

#: Gives the code of a qualified name at its place, with the imports that it needs.
Spell = Callable[[str, ast.expr], str]
Build = Callable[["cst.CSTNode", Spell], "cst.CSTNode | None"]


@dataclass(frozen=True)
class Rule:
    """One way in which code grew old.

    Attributes:
        since: The release of torch in which the new spelling became the one to write; none for
            what other libraries decide.
        new: What to write, in a few words.
    """

    name: str
    since: str | None
    safety: Safety
    reason: str
    new: str


@dataclass(frozen=True)
class Fix:
    """What replaces a node.

    Attributes:
        build: Makes the new node from the old one, whose own parts may be new already.
        moved: The expression that named the old function, and the qualified name of the new
            one; none where the new code does not name one.
    """

    node: ast.AST
    build: Build
    moved: tuple[ast.expr, str | None] | None = None


@dataclass
class Found:
    """An old call in a file."""

    rule: Rule
    node: ast.AST
    new: str
    safety: Safety
    fix: Fix | None = None
    line: int = field(init=False)

    def __post_init__(self) -> None:
        """Take the line from the node."""
        self.line = getattr(self.node, "lineno", 1)


Check = Callable[["Program", ast.AST], Iterator[Found]]

#: What is looked at for a name of a library, for a call of it, for an attribute, for the rest.
NAMES: dict[str, list[Check]] = defaultdict(list)
CALLS: dict[str, list[Check]] = defaultdict(list)
ATTRIBUTES: dict[str, list[Check]] = defaultdict(list)
KEYWORDS: dict[str, list[Check]] = defaultdict(list)
NODES: dict[type[ast.AST], list[Check]] = defaultdict(list)


def on(table: dict[str, list[Check]], *keys: str) -> Callable[[Check], Check]:
    """Look with a check at every node that a table has under one of these keys."""

    def register(check: Check) -> Check:
        for key in keys:
            table[key].append(check)
        return check

    return register


def on_node(*kinds: type[ast.AST]) -> Callable[[Check], Check]:
    """Look with a check at every node of these kinds."""

    def register(check: Check) -> Check:
        for kind in kinds:
            NODES[kind].append(check)
        return check

    return register
