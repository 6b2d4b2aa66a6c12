"""A notebook a page: what it says, and the code of its entries with the outputs that it has.

Jupytext reads it from a script in which a cell is `# %%`, the mark of sections in recipes.
"""

from __future__ import annotations

import hashlib
import re

import jupytext
import nbformat
from nbformat import NotebookNode

from cheatsheet import catalog
from cheatsheet.catalog import Page
from cheatsheet.check import recorded
from cheatsheet.entry import Entry
from cheatsheet.export import keep, pages, place_of, prose, site_address

DOCS = catalog.ROOT / "docs"

_OUTPUT = re.compile(r"[ \t]*#>(?: (.*)|)$")


def write(entries: list[Entry]) -> None:
    """Write the notebooks of all pages that have entries of their own, beside the pages."""
    by_name = {entry.name: entry for entry in entries}
    for page in pages():
        if page.entry_paths:
            made = notebook(page, [by_name[name] for name in catalog.names_of(page)])
            keep(DOCS / f"{place_of(page)}.ipynb", nbformat.writes(made) + "\n")


def notebook(page: Page, entries: list[Entry]) -> NotebookNode:
    """Return a page as a notebook, each output that is documented where running would put it."""
    made = jupytext.reads(_script(page, entries), fmt="py:percent")
    for number, cell in enumerate(made.cells):
        told = f"{page.name} {number} {cell.source}".encode()
        cell.id = hashlib.sha256(told).hexdigest()[:12]  # the same at every build
        if cell.cell_type == "code":
            cell.source, printed = split_outputs(cell.source)
            if printed:
                cell.outputs = [nbformat.v4.new_output("stream", name="stdout", text=printed)]
    made.metadata = {
        "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
        "language_info": {"name": "python"},
    }
    return made


def split_outputs(code: str) -> tuple[str, str]:
    """Take the `#>` lines out of code, and return both."""
    kept: list[str] = []
    printed: list[str] = []
    for line in code.splitlines():
        match = _OUTPUT.match(line)
        if match:
            printed.append(match[1] or "")
        else:
            kept.append(line)
    return "\n".join(kept).strip("\n"), "".join(f"{line}\n" for line in printed)


def _script(page: Page, entries: list[Entry]) -> str:
    heading, summary, text = prose.heading_of(page)
    place, runs = place_of(page), recorded.runs()
    introduction = prose.relinked(text, place, on_the_site)
    parts = [_words(f"# {heading}", prose.lead(summary), introduction)]
    for entry in entries:
        told = prose.of_entry(entry, on_the_site)
        checked = recorded.in_words(entry.name, runs)
        parts.append(
            _words(
                f"## {prose.outside_code(entry.heading)}", prose.lead(entry.summary), told, checked
            )
        )
        parts.append(_cells(entry))
    return "\n".join(parts)


def _cells(entry: Entry) -> str:
    code = entry.code if entry.code.startswith("# %%") else f"# %%\n{entry.code}"
    if entry.needs:  # where that is missing, what stands below runs all the same
        code = re.sub(r"^# %%.*", r'\g<0> tags=["raises-exception"]', code, flags=re.MULTILINE)
    return code


def _words(*paragraphs: str) -> str:
    text = "\n\n".join(filter(None, paragraphs))
    return "# %% [markdown]\n" + "".join(f"# {line}\n" for line in text.splitlines())


def on_the_site(target: str) -> str | None:
    """Return the published page of a link: a notebook lies anywhere."""
    return site_address() and f"{site_address()}{target.replace('.md', '.html')}"
