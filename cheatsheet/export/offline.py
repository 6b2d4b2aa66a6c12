"""The site as a zip, for a computer without a network."""

from __future__ import annotations

import zipfile
from pathlib import Path

#: What a server shows for a page that is not there.
_OF_A_SERVER = {"404.html", "sitemap.xml", "sitemap.xml.gz"}


def write(site: Path, file: Path) -> None:
    """Pack the built site: its pages lead to each other by relative links."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in sorted(site.rglob("*")):
            inside = path.relative_to(site).as_posix()
            if path.is_file() and inside not in _OF_A_SERVER:
                packed.write(path, f"pytorch-cheatsheet/{inside}")
