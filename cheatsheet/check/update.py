"""Rewrite the `#>` lines of an entry from what its run prints, and nothing else."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from cheatsheet.check.claims import differing_outputs
from cheatsheet.check.runner import run
from cheatsheet.check.sandbox import Observation, Request
from cheatsheet.entry import Entry


class UpdateError(Exception):
    """An entry that does not run, so that nothing can be written."""


def update(entry: Entry) -> bool:
    """Rewrite the outputs that are not to the letter what the entry prints.

    Returns:
        Whether the file changed.

    Raises:
        UpdateError: The entry fails or needs what this machine lacks; the file is as it was.
    """
    seen = run(Request(entry))
    if seen.unmet:
        raise UpdateError(f"{entry.path}:1: not run here, needs {', '.join(seen.unmet)}")
    if seen.error is not None:
        raise UpdateError(f"{entry.path}:1: left as it was, the entry fails\n{seen.error}")
    source = rewritten(entry, seen)
    if source == entry.source:
        return False
    _write_atomically(entry.path, source)
    return True


def rewritten(entry: Entry, seen: Observation) -> str:
    """Return the entry's text with each output replaced by what was printed."""
    lines = entry.source.splitlines(keepends=True)
    documented = {output.statement: output for output in entry.outputs}
    wrong = {output.statement for output in differing_outputs(entry, seen, to_the_letter=True)}
    for statement in sorted(documented.keys() | seen.printed.keys(), reverse=True):
        output = documented.get(statement)
        if output is not None and statement not in wrong:
            continue
        last = output.last if output else statement
        lines[statement:last] = _block(seen.printed.get(statement, ""), lines[statement - 1])
    return "".join(lines)


def _block(printed: str, line_above: str) -> list[str]:
    if not printed:
        return []
    indent = line_above[: len(line_above) - len(line_above.lstrip())]
    texts = printed.removesuffix("\n").split("\n")
    return [f"{indent}#> {text.rstrip()}".rstrip() + "\n" for text in texts]


def _write_atomically(path: Path, text: str) -> None:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(name, path.stat().st_mode)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
