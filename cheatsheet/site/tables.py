"""A Markdown extension: a table that is too wide scrolls by itself, also with the keys."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor


class Tables(Extension):
    """Wraps each table. Where the theme's script did it, what is below would move."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register the processor."""
        md.treeprocessors.register(_Wrapper(md), "tables that scroll", 5)


class _Wrapper(Treeprocessor):
    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for place, table in enumerate(parent):
                if table.tag == "table":
                    table.set("class", "rows")  # the theme's script wraps those without a class
                    attributes = {"role": "group", "aria-label": "Table", "tabindex": "0"}
                    wrapper = Element("div", {"class": "table-scroll", **attributes})
                    wrapper.tail, table.tail = table.tail, None
                    parent[place] = wrapper
                    wrapper.append(table)


def makeExtension(**options: object) -> Tables:  # noqa: N802
    """Return the extension, as Markdown asks for it."""
    return Tables(**options)
