"""Run an entry in this process and take what it defines.

Light to import: processes that are killed in tests import it each time.
"""

from __future__ import annotations

import ast
import contextlib
import io
from pathlib import Path
from typing import Any

SNIPPETS = Path(__file__).resolve().parents[1] / "snippets"


def names_of(name: str, until: str | None = None, /, **inputs: object) -> dict[str, Any]:
    """Run an entry, its printing kept quiet, and return what it defined.

    Args:
        name: The entry.
        until: The section to stop before, such as `Use`; none means all of it.
        **inputs: Values for variables of the entry, in place of those that it assigns.
    """
    path = SNIPPETS / f"{name}.py"
    source, mark, _ = path.read_text(encoding="utf-8").partition(f"# %% {until}\n")
    assert mark or until is None, f"{name} has no section {until}"
    tree = ast.parse(source)
    replaced = {n: node for node in tree.body for n in _assigned(node) if n in inputs}
    assert replaced.keys() == inputs.keys(), f"{name} does not assign {inputs.keys() - replaced}"
    tree.body = [node for node in tree.body if node not in replaced.values()]
    namespace: dict[str, Any] = {"__name__": "entry", **inputs}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(tree, str(path), "exec", dont_inherit=True), namespace)
    return namespace


def _assigned(node: ast.stmt) -> list[str]:
    """Return the names that a statement assigns, if that is all it does."""
    if not isinstance(node, ast.Assign) or len(node.targets) != 1:
        return []
    names = [n for n in ast.walk(node.targets[0]) if isinstance(n, ast.Name)]
    return [n.id for n in names if isinstance(n.ctx, ast.Store)]
