"""A Markdown extension: formulas become MathML when the page is built, so no script is needed.

It converts what `pymdownx.arithmatex` (with `generic: true`) found, so it works in every
builder that runs Python-Markdown.
"""

from __future__ import annotations

import html
import re
from typing import Any

from latex2mathml.converter import convert
from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

_FORMULA = re.compile(
    r'<(?P<tag>div|span) class="arithmatex">\s*\\[\[(](?P<latex>.*?)\\[\])]\s*</(?P=tag)>',
    re.DOTALL,
)


class MathMLPostprocessor(Postprocessor):
    """Replaces each formula of a page."""

    def run(self, text: str) -> str:
        """Return the page's HTML with MathML in the place of LaTeX."""
        return _FORMULA.sub(lambda match: to_mathml(match["latex"], match["tag"] == "div"), text)


def to_mathml(latex: str, block: bool) -> str:
    """Convert a formula, as it stands in HTML, to MathML.

    Args:
        latex: The formula, HTML-escaped.
        block: Whether it stands on lines of its own.
    """
    source = html.unescape(latex).strip()
    # latex2mathml knows the outer environment alone, and shows the & of the inner one.
    aligned = source.replace("{aligned}", "{align*}")
    mathml = convert(aligned, display="block" if block else "inline")
    if not block:
        return mathml
    label = html.escape(" ".join(source.split()), quote=True)
    attributes = f'role="group" aria-label="Formula: {label}" tabindex="0"'
    return f'<div class="formula" {attributes}>{mathml}</div>'


class MathMLExtension(Extension):
    """Registers the postprocessor behind arithmatex."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Add the postprocessor, to run after raw HTML is put back."""
        md.postprocessors.register(MathMLPostprocessor(md), "mathml", -10)


def makeExtension(**kwargs: Any) -> MathMLExtension:  # noqa: N802
    """Return the extension, under the name that Markdown looks for."""
    return MathMLExtension(**kwargs)
