"""One file as its rules see it."""

from __future__ import annotations

import ast
import re
from functools import cached_property

from cheatsheet.upgrade.files import parsed
from cheatsheet.upgrade.names import Binding, Names
from cheatsheet.upgrade.values import Kind, Values

#: Names that programs give to what they know of the version: `_TORCH_GREATER_EQUAL_2_4`.
_OF_VERSION = re.compile(r"^[A-Z0-9_]*(VERSION|TORCH_?\w*\d)[A-Z0-9_]*$")


class Program:
    """The tree of a file, what its names stand for and what its values are."""

    def __init__(self, text: str, is_package: bool = False) -> None:
        """Parse a file.

        Args:
            is_package: Whether the file is an `__init__.py`, whose imports others may use.

        Raises:
            SyntaxError: The text is not Python 3.
        """
        self.text = text
        self.is_package = is_package
        self.tree = parsed(text)
        self.names = Names(self.tree)
        self.values = Values(self.names)

    def name(self, node: ast.AST | None) -> str | None:
        """Return the qualified name of an expression."""
        return self.names.qualified(node) if isinstance(node, ast.expr) else None

    def kind(self, node: ast.expr) -> Kind | None:
        """Return what a value is."""
        return self.values.kind(node)

    def parent(self, node: ast.AST) -> ast.AST | None:
        """Return the node around a node."""
        return self.names.parents.get(node)

    def called(self, node: ast.AST) -> ast.Call | None:
        """Return the call whose function a node is."""
        parent = self.parent(node)
        return parent if isinstance(parent, ast.Call) and parent.func is node else None

    def argument(self, call: ast.Call, name: str, place: int | None = None) -> ast.expr | None:
        """Return an argument by its name or its place; none where a star hides it."""
        for keyword in call.keywords:
            if keyword.arg == name:
                return keyword.value
        if place is not None and place < len(call.args):
            before = call.args[: place + 1]
            if not any(isinstance(argument, ast.Starred) for argument in before):
                return call.args[place]
        return None

    def is_open(self, call: ast.Call) -> bool:
        """Tell whether a call has arguments that only running shows: `*args`, `**options`."""
        return any(isinstance(argument, ast.Starred) for argument in call.args) or any(
            keyword.arg is None for keyword in call.keywords
        )

    def is_unused(self, name: ast.expr) -> bool:
        """Tell whether a name that is assigned is read nowhere."""
        if not isinstance(name, ast.Name):
            return False
        return name.id == "_" or (name.id not in self._read and not self.is_package)

    @cached_property
    def _read(self) -> set[str]:
        return {
            node.id
            for node in self.names.expressions
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
        }

    @cached_property
    def imported(self) -> set[str]:
        """The libraries that the file imports."""
        names = [*self.names.stars, *(binding.target or "" for binding in self.names.imports)]
        return {name.partition(".")[0] for name in names}

    @cached_property
    def offered(self) -> set[str]:
        """What the file offers to others by `__all__`."""
        return {
            element.value
            for statement in self.tree.body
            if isinstance(statement, ast.Assign)
            for target in statement.targets
            if isinstance(target, ast.Name) and target.id == "__all__"
            for element in ast.walk(statement.value)
            if isinstance(element, ast.Constant) and isinstance(element.value, str)
        }

    def is_guarded(self, node: ast.AST) -> bool:
        """Tell whether code runs only where newer code fails, or asks for the version first."""
        inner, outer = node, self.parent(node)
        while outer is not None:
            if isinstance(outer, ast.ExceptHandler) and self._is_for_old(outer):
                return True
            if isinstance(outer, (ast.If, ast.IfExp)) and inner is not outer.test:
                if self._asks_for_version(outer.test):
                    return True
            inner, outer = outer, self.parent(outer)
        return False

    def _is_for_old(self, handler: ast.ExceptHandler) -> bool:
        if handler.type is None:
            return False
        caught = {node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)}
        return bool(caught & {"AttributeError", "ImportError", "ModuleNotFoundError", "TypeError"})

    def _asks_for_version(self, test: ast.expr) -> bool:
        for node in ast.walk(test):
            if isinstance(node, ast.Attribute) and node.attr in ("__version__", "version"):
                if (self.name(node) or "").startswith("torch"):
                    return True
            if isinstance(node, ast.Name) and _OF_VERSION.match(node.id):
                return True
            if isinstance(node, ast.Call) and node.args:
                if self.name(node.func) == "builtins.hasattr":
                    if (self.name(node.args[0]) or "").startswith("torch"):
                        return True
        return False

    def imports_of(self, name: str) -> list[Binding]:
        """Return what binds a qualified name by an import."""
        return [binding for binding in self.names.imports if binding.target == name]
