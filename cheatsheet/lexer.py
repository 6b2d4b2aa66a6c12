"""A Pygments lexer for entries: Python in which `#>` lines are output."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from pygments.lexers.python import PythonLexer
from pygments.token import Comment, Generic


class EntryLexer(PythonLexer):
    """Highlights the code of an entry."""

    name = "Cheat sheet entry"
    aliases: ClassVar[list[str]] = ["entry"]
    filenames: ClassVar[list[str]] = []

    def get_tokens_unprocessed(self, text: str, *args: Any) -> Iterator[tuple[int, Any, str]]:
        """Yield Python's tokens, with `Generic.Output` for `#>` lines."""
        for index, token, value in super().get_tokens_unprocessed(text, *args):
            is_output = token in Comment and value.startswith("#>")
            yield index, Generic.Output if is_output else token, value
