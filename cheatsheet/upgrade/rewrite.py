"""Rewrite a file with LibCST: the nodes of its fixes and the imports that they move."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import libcst as cst
import libcst.matchers as m
from libcst.metadata import MetadataWrapper, PositionProvider

from cheatsheet.upgrade.edits import code
from cheatsheet.upgrade.names import Binding
from cheatsheet.upgrade.program import Program
from cheatsheet.upgrade.rule import Fix, Found

#: The nodes of LibCST that stand for a node of Python's tree.
_KINDS: dict[type[ast.AST], tuple[type[cst.CSTNode], ...]] = {
    ast.Call: (cst.Call,),
    ast.Name: (cst.Name,),
    ast.Attribute: (cst.Attribute,),
    ast.Subscript: (cst.Subscript,),
    ast.Assign: (cst.Assign,),
}
Place = tuple[int, int, int, int]

#: Modules whose import goes with the last use of what was in them.
OLD_MODULES = frozenset(
    """functorch tensorboardX torch.utils.data2 torch.cuda.amp torch.cpu.amp torch._vmap_internals
    torch.nn.utils.stateless torchvision.transforms.functional_tensor torchvision.models.utils
    torch.utils.model_zoo""".split()
)


class _Lines:
    """Places of Python's tree, which counts bytes, as LibCST has them, which counts letters."""

    def __init__(self, text: str) -> None:
        self.lines = re.split(r"\r\n|\n|\r", text)

    def _column(self, line: int, offset: int) -> int:
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        return offset if text.isascii() else len(text.encode()[:offset].decode(errors="ignore"))

    def place(self, node: ast.AST) -> Place:
        line, end = getattr(node, "lineno", 0), getattr(node, "end_lineno", 0)
        return (
            line,
            self._column(line, getattr(node, "col_offset", 0)),
            end,
            self._column(end, getattr(node, "end_col_offset", 0)),
        )


@dataclass
class _Plan:
    """Which imports change, and how names are written then.

    Attributes:
        moved: The new qualified name of an import, or none where it goes.
        added: Modules to import at the top.
    """

    program: Program
    moved: dict[int, tuple[Binding, str | None]] = field(default_factory=dict)
    added: list[str] = field(default_factory=list)

    def spell(self, name: str, old: ast.expr) -> str:
        """Return the code that names something of a library at the place of an older name."""
        module, _, last = name.rpartition(".")
        if module == "builtins":
            return last
        names = self.program.names
        if isinstance(old, ast.Name):
            for binding, new in self.moved.values():
                if new == name and old in binding.uses:
                    return self._bound(binding, last)
        elif isinstance(old, ast.Attribute) and names.qualified(old.value) == module:
            return f"{ast.unparse(old.value)}.{last}"
        parts = name.split(".")
        for end in range(len(parts) - 1, 0, -1):
            known = names.visible(".".join(parts[:end]), old)
            if known is not None:
                return ".".join([known, *parts[end:]])
        if isinstance(old, ast.Name) and names.qualified(old) and module in names.stars:
            return last
        top = parts[0] if parts[0] == "torch" else ".".join(parts[:-1])
        if top not in self.added:
            self.added.append(top)
        return name

    @staticmethod
    def _bound(binding: Binding, last: str) -> str:
        alias = binding.alias
        return alias.asname if alias is not None and alias.asname else last


def plan(program: Program, fixes: Sequence[Fix]) -> _Plan:
    """Return which imports move: those of which no use is left."""
    made = _Plan(program)
    moves: dict[ast.expr, str | None] = {fix.moved[0]: fix.moved[1] for fix in fixes if fix.moved}
    for binding in program.names.imports:
        if not binding.uses or binding.alias is None or not _can_move(program, binding):
            continue
        wholes = [_whole(program, use, moves) for use in binding.uses]
        if not all(whole in moves for whole in wholes):
            continue
        new = {moves[whole] for whole in wholes}
        target = new.pop() if len(new) == 1 else None
        if any(isinstance(whole, ast.Attribute) for whole in wholes):
            if binding.target not in OLD_MODULES:
                continue
            target = None
        if target is not None and isinstance(binding.node, ast.ImportFrom):
            last = target.rpartition(".")[2]
            clash = not binding.alias.asname and last != binding.alias.name
            if target.startswith("builtins.") or (clash and program.names.taken(last)):
                target = None
        made.moved[id(binding.alias)] = (binding, target)
    return made


def _whole(program: Program, use: ast.expr, moves: dict[ast.expr, str | None]) -> ast.expr:
    """Return the longest expression that a use of an import begins and a fix replaces."""
    node = use
    while node not in moves:
        parent = program.parent(node)
        if not isinstance(parent, ast.Attribute) or parent.value is not node:
            return use
        node = parent
    return node


def _can_move(program: Program, binding: Binding) -> bool:
    statement, alias = binding.node, binding.alias
    if alias is None or program.is_package or binding.fallback:
        return False
    if isinstance(statement, ast.Import):
        return binding.target in OLD_MODULES
    if not isinstance(statement, ast.ImportFrom):
        return False
    bound = alias.asname or alias.name
    same = [
        other
        for scope in (binding.scope,)
        for other in scope.bindings.get(bound, [])
        if other is not binding
    ]
    block = getattr(program.parent(statement), "body", [])
    alone = len(block) == 1 and len(statement.names) == 1
    kept = program.offered | program.names.deleted
    return bound not in kept and not same and not alone


class _Rewriter(cst.CSTTransformer):
    """Put new nodes into the places of the old."""

    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self, program: Program, fixes: Sequence[Found], made: _Plan) -> None:
        super().__init__()
        lines = _Lines(program.text)
        self.plan = made
        self.fixes: dict[tuple[Place, type[cst.CSTNode]], tuple[Found, Fix]] = {}
        for found in fixes:
            if found.fix is not None:
                for kind in _KINDS.get(type(found.fix.node), ()):
                    self.fixes[lines.place(found.fix.node), kind] = (found, found.fix)
        self.imports: dict[Place, list[tuple[Binding, str | None]]] = {}
        for binding, new in made.moved.values():
            self.imports.setdefault(lines.place(binding.node), []).append((binding, new))
        self.done: list[Found] = []

    def _place(self, node: cst.CSTNode) -> Place:
        span = self.get_metadata(PositionProvider, node)
        return (span.start.line, span.start.column, span.end.line, span.end.column)

    def on_leave(self, original_node: Any, updated_node: Any) -> Any:
        """Replace a node that has a fix."""
        left = super().on_leave(original_node, updated_node)
        if not isinstance(
            original_node, (cst.Call, cst.Name, cst.Attribute, cst.Subscript, cst.Assign)
        ):
            return left
        fix = self.fixes.get((self._place(original_node), type(original_node)))
        if fix is None:
            return left
        new = fix[1].build(updated_node, self.plan.spell)
        if new is None or _comments(new) != _comments(original_node):
            return left
        self.done.append(fix[0])
        if isinstance(updated_node, cst.BaseExpression) and updated_node.lpar:
            if not getattr(new, "lpar", ()):
                new = new.with_changes(lpar=updated_node.lpar, rpar=updated_node.rpar)
        return new

    def leave_SimpleStatementLine(  # noqa: N802
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.BaseStatement | cst.FlattenSentinel[cst.BaseStatement] | cst.RemovalSentinel:
        """Move names from one import to another."""
        changed = False
        statements: list[cst.BaseSmallStatement] = []
        for old, new in zip(original_node.body, updated_node.body, strict=True):
            moved = self.imports.get(self._place(old))
            if moved is None or not isinstance(new, (cst.ImportFrom, cst.Import)):
                statements.append(new)
                continue
            changed = True
            statements.extend(_imports(new, moved))
        if not changed:
            return updated_node
        if not statements:
            if _comments(updated_node):
                return updated_node
            return cst.RemoveFromParent()
        if len(original_node.body) > 1:
            plain = [s.with_changes(semicolon=cst.MaybeSentinel.DEFAULT) for s in statements]
            return updated_node.with_changes(body=plain)
        first = updated_node.with_changes(body=statements[:1])
        rest = [cst.SimpleStatementLine([statement]) for statement in statements[1:]]
        return cst.FlattenSentinel([first, *rest]) if rest else first

    def leave_Module(self, original_node: cst.Module, updated_node: cst.Module) -> cst.Module:  # noqa: N802
        """Import what new names need."""
        if not self.plan.added:
            return updated_node
        body = list(updated_node.body)
        place = 0
        for number, statement in enumerate(body):
            if m.matches(statement, m.SimpleStatementLine([m.Import() | m.ImportFrom()])):
                if not m.findall(statement, m.ImportFrom(module=m.Name("__future__"))):
                    place = number
                    break
                place = number + 1
            elif number == 0 and m.matches(
                statement, m.SimpleStatementLine([m.Expr(m.SimpleString())])
            ):
                place = 1
        new = [cst.parse_statement(f"import {name}") for name in self.plan.added]
        if place < len(body) and isinstance(body[place], cst.SimpleStatementLine):
            above = body[place].leading_lines
            body[place] = body[place].with_changes(leading_lines=[])
            new[0] = new[0].with_changes(leading_lines=above)
        return updated_node.with_changes(body=[*body[:place], *new, *body[place:]])


def _comments(node: cst.CSTNode) -> list[str]:
    return sorted(comment.value for comment in m.findall(node, m.Comment()))  # type: ignore[attr-defined]


def _imports(
    statement: cst.ImportFrom | cst.Import, moved: list[tuple[Binding, str | None]]
) -> list[cst.BaseSmallStatement]:
    """Return what an import becomes: its other names, and those that move."""
    if isinstance(statement.names, cst.ImportStar):
        return [statement]
    old = {(b.alias.name, b.alias.asname): new for b, new in moved if b.alias is not None}
    module = (
        code(statement.module) if isinstance(statement, cst.ImportFrom) and statement.module else ""
    )
    kept: list[cst.ImportAlias] = []
    new: dict[str, list[str]] = {}
    here = False
    for alias in statement.names:
        name = alias.asname.name if alias.asname else None
        key = (code(alias.name), name.value if isinstance(name, cst.Name) else None)
        if key not in old:
            kept.append(alias)
            continue
        to = old[key]
        if to is None or isinstance(statement, cst.Import):
            continue
        place, _, last = to.rpartition(".")
        if place == module:
            here = True
            kept.append(alias.with_changes(name=cst.Name(last)))
        else:
            text = f"{last} as {key[1]}" if key[1] and key[1] != last else last
            if text not in new.setdefault(place, []):
                new[place].append(text)
    if not kept and len(new) == 1 and isinstance(statement, cst.ImportFrom):
        place, names = next(iter(new.items()))
        fresh = cst.parse_statement(f"from {place} import {', '.join(names)}")
        if isinstance(fresh, cst.SimpleStatementLine) and len(names) == len(statement.names):
            made = fresh.body[0]
            if isinstance(made, cst.ImportFrom) and not isinstance(made.names, cst.ImportStar):
                aliases = [
                    given.with_changes(comma=before.comma)
                    for given, before in zip(made.names, statement.names, strict=True)
                ]
                return [statement.with_changes(module=made.module, names=aliases)]
    result: list[cst.BaseSmallStatement] = []
    if kept:
        if not here or kept[-1] is not statement.names[-1]:
            comma = statement.names[-1].comma
            kept[-1] = kept[-1].with_changes(comma=comma)
        result.append(statement.with_changes(names=_once(kept)))
    for place, names in new.items():
        line = cst.parse_statement(f"from {place} import {', '.join(names)}")
        if isinstance(line, cst.SimpleStatementLine):
            result.append(line.body[0])
    return result


def _once(aliases: list[cst.ImportAlias]) -> list[cst.ImportAlias]:
    seen: dict[str, cst.ImportAlias] = {}
    for alias in aliases:
        seen.setdefault(code(alias.with_changes(comma=cst.MaybeSentinel.DEFAULT)), alias)
    kept = list(seen.values())
    kept[-1] = kept[-1].with_changes(comma=aliases[-1].comma)
    return kept


def rewrite(program: Program, found: Sequence[Found]) -> tuple[str, list[Found]]:
    """Return a file with these fixes, and those that were possible."""
    module = cst.parse_module(program.text)
    possible = list(found)
    # What cannot be built, or would lose a comment, is left: then its import stays as well.
    for _ in range(2):
        made = plan(program, [one.fix for one in possible if one.fix is not None])
        rewriter = _Rewriter(program, possible, made)
        new = MetadataWrapper(module, unsafe_skip_copy=True).visit(rewriter)
        if len(rewriter.done) == len(possible):
            break
        possible = rewriter.done
    if not rewriter.done:
        return program.text, []
    ast.parse(new.code)
    return new.code, rewriter.done
