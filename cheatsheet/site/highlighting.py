"""A Pygments lexer for entries: Python in which `#>` lines are output, `# %%` lines sections."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from pygments.lexers.python import PythonLexer
from pygments.token import Comment, Generic, Name, Text


class EntryLexer(PythonLexer):
    """Highlights the code of an entry."""

    name = "Cheat sheet entry"
    aliases: ClassVar[list[str]] = ["entry"]
    filenames: ClassVar[list[str]] = []

    def get_tokens_unprocessed(self, text: str, *args: Any) -> Iterator[tuple[int, Any, str]]:
        """Yield Python's tokens, but `Generic` ones for `#>` and `# %%`, plain text for names."""
        for index, token, value in super().get_tokens_unprocessed(text, *args):
            if token in Comment and value.startswith("#>"):
                token = Generic.Output
            elif token in Comment and value.startswith("# %%"):
                token = Generic.Subheading
            elif token is Name or token in Text:
                token = Text  # drawn as text is: a span for each name doubles the page
            yield index, token, value
