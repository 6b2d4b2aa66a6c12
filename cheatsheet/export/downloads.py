"""What is made of the built site: the PDFs and the zip, and the page that names them."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from cheatsheet import catalog
from cheatsheet.entry import Entry
from cheatsheet.export import offline, pages, paper, take_along
from cheatsheet.export.editors import FOLDER


def write(entries: list[Entry]) -> list[Path]:
    """Build the site without them, make them of it, and name them on the page of downloads.

    Raises:
        PaperError: There is no browser to print with, or it printed something else.
        CalledProcessError: The site cannot be built; MkDocs says why.
    """
    files = [FOLDER / name for name in (take_along.SHEETS, take_along.EVERYTHING, take_along.ZIP)]
    for file in files:
        file.unlink(missing_ok=True)
    take_along.write(entries)
    with tempfile.TemporaryDirectory() as folder:
        build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
        subprocess.run([*build, "--site-dir", folder], cwd=catalog.ROOT, check=True)
        paper.write(Path(folder), FOLDER, [*pages()])
        offline.write(Path(folder), FOLDER / take_along.ZIP)
    take_along.write(entries)
    return files
