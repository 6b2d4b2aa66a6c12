"""A griffe extension: give the templates what the checker knows of each entry.

mkdocstrings loads it while a page is built. It reads files only; neither torch nor any entry runs.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import griffe

from cheatsheet import catalog
from cheatsheet.check import recorded, sentences
from cheatsheet.entry import Entry, EntryError, FailureRow, read_entry, split_docstring
from cheatsheet.figures import FIGURES, read_record, read_sliders, size_of, thumbnail_of
from cheatsheet.messages import Messages, messages_of
from cheatsheet.names.spelled import static_names
from cheatsheet.site.links import names_about, official_links


class EntryExtension(griffe.Extension):
    """Attaches `extra["cheatsheet"]` to each module below `snippets`."""

    def __init__(self) -> None:
        """Read what `cheatsheet prepare` left, if it has run."""
        self.record = read_record()
        self.sliders = read_sliders()
        self.errors = Messages(
            (entry.name, message)
            for entry in catalog.find(["errors"])
            for message in messages_of(entry)
        )
        self.runs = recorded.runs()

    def on_package(self, *, pkg: griffe.Module, **_: Any) -> None:
        """Describe all modules once the package is loaded."""
        if pkg.name == "snippets":
            for member in pkg.modules.values():
                self._describe(member)
            pkg.extra["cheatsheet"] = {"is_home": True, **self._home_view(pkg)}

    def _describe(self, module: griffe.Module) -> None:
        path = Path(str(module.filepath))
        if path.name == "__init__.py":
            for member in module.modules.values():
                self._describe(member)
            view = self._page_view(module, path)
        else:
            view = self._entry_view(path)
        module.extra["cheatsheet"] = view

    def _home_view(self, pkg: griffe.Module) -> dict[str, Any]:
        return {
            "is_page": False,
            "wanted": [
                (kind, [(words, *_described(pkg, name)) for words, name in rows.items()])
                for kind, rows in catalog.read_page(catalog.SNIPPETS).wanted.items()
            ],
            "topics": [pkg.modules[page.name] for page in catalog.topics()],
        }

    def _explained(self, name: str, row: FailureRow) -> str:
        """Return the address of the error entry that explains a row of an entry, if one does."""
        if name.startswith(catalog.ERRORS):
            return ""
        known = self.errors.explain(f"{row.type}: {row.message}")
        if not known:
            return ""
        page, anchor = catalog.place_of(known[0].name)
        return f"../{page}.html#{anchor}"

    def _page_view(self, module: griffe.Module, path: Path) -> dict[str, Any]:
        docstring = module.docstring.value if module.docstring else ""
        try:
            heading, summary, text = split_docstring(docstring)
        except ValueError as error:
            raise EntryError(path, 1, str(error)) from None
        page = catalog.read_page(path.parent)
        members = [module.modules[name] for name in page.members]
        wanted = [_described(module, name) for name in page.wanted]
        return {
            "is_page": True,
            "wanted": wanted,
            "name": page.name,
            "account": sentences.account_of(page),
            "heading": heading,
            "summary": summary,
            "text": _with_page(text, path.parent),
            "members": members,
        }

    def _entry_view(self, path: Path) -> dict[str, Any]:
        name = path.relative_to(catalog.SNIPPETS).with_suffix("").as_posix()
        entry = read_entry(path, name)
        drawn = self.record.get(name, {"figures": [], "names": []})
        links = official_links(static_names(entry) | set(drawn["names"]))
        about = names_about(entry, (link for link, _ in links))
        packages = [n for n in entry.needs if n != "cuda" and not n.startswith("torch>")]
        return {
            "is_page": False,
            "name": name,
            "anchor": path.stem,
            "heading": entry.heading.replace("`", ""),
            "summary": entry.summary,
            "text": _with_page(entry.text, path.parent),
            "asked": entry.asked,
            "wordings": entry.wordings,
            "shapes": entry.shapes,
            "failures": [("raises", row, self._explained(name, row)) for row in entry.raises]
            + [("warns", row, self._explained(name, row)) for row in entry.warns],
            "earlier": entry.earlier,
            "needs": entry.needs,
            "packages": packages,
            "checked": _checked(entry),
            "held": recorded.releases([name], self.runs),
            "tests": f"tests/{name.split('/')[0]}",
            "sections": [section for section in entry.sections if section],
            "call": entry.call,
            "called": entry.called,
            "code": entry.code,
            "pasted": entry.pasted,
            "figures": [
                {
                    "path": f"figures/{file}",
                    "thumbnail": f"figures/{thumbnail_of(file)}",
                    "alt": alt,
                    "captions": captions,
                    "kind": "plot" if file.endswith(".svg") else "photo",
                    **size_of(FIGURES / file),
                }
                for file, alt, captions in drawn["figures"]
            ],
            "slider": self.sliders.get(name),
            "links": [link for link in links if link[0] in about],
            "other_links": [link for link in links if link[0] not in about],
        }


def _described(module: griffe.Module, name: str) -> tuple[str, griffe.Object]:
    """Return the page of an entry, from the home page, and the entry's module."""
    inner = Path(str(module.filepath)).parent.relative_to(catalog.SNIPPETS)
    page, _ = catalog.place_of((inner / name).as_posix())
    return f"{page}.html", module[name.replace("/", ".")]


def _with_page(text: str, folder: Path) -> str:
    """Name the page in links to an anchor of it: mkdocstrings puts a prefix on bare anchors."""
    depth = len(folder.relative_to(catalog.SNIPPETS).parts)
    page = "index.md" if depth == 1 else f"{folder.name}.md"
    return text.replace("](#", f"]({page}#")


def _checked(entry: Entry) -> str:
    """Return what of an entry is checked, counted, in words."""
    counts = {
        "output": len(entry.outputs),
        "shape": len(entry.shapes) + sum(len(row.shapes) for row in entry.line_shapes),
        "error": len(entry.raises),
        "warning": len(entry.warns),
        "formula": int(entry.has_formula),
        "sentence": sentences.account(entry.name).held,
    }
    return ", ".join(f"{n} {what}{'s' * (n > 1)}" for what, n in counts.items() if n)
