"""Look through one file for what the rules are about."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from packaging.version import Version

from cheatsheet.upgrade.program import Program
from cheatsheet.upgrade.rule import ATTRIBUTES, CALLS, KEYWORDS, NAMES, NODES, Found, Safety
from cheatsheet.upgrade.rules import ENTRIES, RULES
from cheatsheet.upgrade.rules.renames import gone, old_module
from cheatsheet.upgrade.rules.vision import positional

#: A file that imports none of these has no old calls of them.
LIBRARIES = frozenset(
    "torch torchvision functorch apex torchtext tensorboardX pytorch_lightning".split()
)


class UnknownRuleError(ValueError):
    """A rule is selected that is not there."""


@dataclass(frozen=True)
class Wanted:
    """Which rules are asked for."""

    target: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def names(self) -> frozenset[str]:
        """Return the names of the rules.

        Raises:
            UnknownRuleError: A name is not that of a rule.
        """
        for name in (*self.select, *self.ignore):
            if name not in RULES:
                raise UnknownRuleError(
                    f"no rule is named {name!r}; `cheatsheet upgrade --rules` lists them"
                )
        chosen = set(self.select or RULES) - set(self.ignore)
        if self.target is not None:
            limit = Version(self.target)
            chosen = {
                name
                for name in chosen
                if (since := RULES[name].since) is None or Version(since) <= limit
            }
        return frozenset(chosen)


@dataclass(frozen=True)
class Finding:
    """What is reported of one old call.

    Attributes:
        fixed: Whether it has been rewritten.
        cell: The number of a notebook's cell; 0 in a file of Python.
    """

    path: str
    line: int
    column: int
    rule: str
    reason: str
    new: str
    safety: Safety
    entry: str | None
    cell: int = 0
    fixed: bool = False


def find(program: Program, rules: Collection[str]) -> list[Found]:
    """Return the old calls of a file in the order of its lines."""
    if not program.imported & LIBRARIES:
        return []
    found: dict[tuple[int, int, str], Found] = {}
    for one in _all(program):
        if one.rule.name in rules and not program.is_guarded(one.node):
            place = (one.line, getattr(one.node, "col_offset", 0), one.rule.name)
            found.setdefault(place, one)
    return [found[place] for place in sorted(found)]


def _all(program: Program) -> Iterator[Found]:
    yield from _of_imports(program)
    for node in program.names.expressions:
        if isinstance(node, (ast.Name, ast.Attribute)):
            yield from _of_name(program, node)
        elif isinstance(node, ast.Call):
            yield from _of_call(program, node)
        for check in NODES.get(type(node), ()):
            yield from check(program, node)
    for scope in program.names.definitions:
        for check in NODES.get(type(scope), ()):
            yield from check(program, scope)
    for loop in program.names.loops:
        for check in NODES.get(type(loop), ()):
            yield from check(program, loop)


def _of_name(program: Program, node: ast.Name | ast.Attribute) -> Iterator[Found]:
    name = program.names.qualified(node) if isinstance(node.ctx, ast.Load) else None
    if name is not None and name in NAMES:
        for check in NAMES[name]:
            yield from check(program, node)
    elif isinstance(node, ast.Attribute) and node.attr in ATTRIBUTES:
        for check in ATTRIBUTES[node.attr]:
            yield from check(program, node)


def _of_call(program: Program, node: ast.Call) -> Iterator[Found]:
    name = program.names.qualified(node.func)
    if name is not None and name in CALLS:
        for check in CALLS[name]:
            yield from check(program, node)
    for keyword in node.keywords:
        if keyword.arg in KEYWORDS:
            for check in KEYWORDS[keyword.arg]:
                yield from check(program, node)
    if node.args:
        yield from positional(program, node)


def _of_imports(program: Program) -> Iterator[Found]:
    reported: set[tuple[ast.AST, str]] = set()
    for binding in program.names.imports:
        statement, alias = binding.node, binding.alias
        if alias is None or not isinstance(statement, (ast.Import, ast.ImportFrom)):
            continue
        if binding.fallback or program.is_guarded(statement):
            continue
        if isinstance(statement, ast.ImportFrom):
            if statement.level:
                continue
            name = f"{statement.module}.{alias.name}"
            module = name if old_module(name) else statement.module or ""
        else:
            name = module = alias.name
        said = gone(binding.target or name) or old_module(module)
        if said is not None:
            said.node = alias
            said.line = alias.lineno
            if (statement, said.rule.name) not in reported:
                yield said
            if said.rule.name in ("torchtext", "apex"):
                reported.add((statement, said.rule.name))


def as_finding(found: Found, path: str, fixed: bool = False, cell: int = 0) -> Finding:
    """Return what is to be said of an old call, without its tree."""
    return Finding(
        path=path,
        line=found.line,
        column=getattr(found.node, "col_offset", 0) + 1,
        rule=found.rule.name,
        reason=found.rule.reason,
        new=found.new,
        safety=found.safety,
        entry=ENTRIES.get(found.rule.name),
        cell=cell,
        fixed=fixed,
    )
