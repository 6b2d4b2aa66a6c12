"""Put what the command reads into the wheel: the entries, the records, the index of the search."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

#: Where `cheatsheet/catalog.py` looks for it.
CONTENT = "cheatsheet/content"

#: Made by `cheatsheet prepare`, which runs the entries: too much for the build of a wheel.
INDEX = ".cache/find.json"


class Content(BuildHookInterface):
    """Adds the content to a wheel, and to a source archive the index, which git does not know."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the files; an editable wheel has none, the command reads the checkout."""
        if version == "editable":
            return
        self._refuse_an_old_index(Path(self.root))
        files = [INDEX] if self.target_name == "sdist" else ["snippets", "results", INDEX]
        inside = "" if self.target_name == "sdist" else f"{CONTENT}/"
        build_data["force_include"].update({file: inside + file for file in files})

    def _refuse_an_old_index(self, root: Path) -> None:
        index = root / INDEX
        held = json.loads(index.read_text(encoding="utf-8")) if index.exists() else []
        files = (root / "snippets").rglob("*.py")
        there = {
            path.relative_to(root / "snippets").with_suffix("").as_posix()
            for path in files
            if path.name != "__init__.py"
        }
        if {document["name"] for document in held} != there:
            raise SystemExit(
                f"{index}: expected the index of {len(there)} entries, found {len(held)}. "
                "Run `make prepare` first"
            )
