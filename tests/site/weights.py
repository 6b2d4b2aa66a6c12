"""What is loaded with a page, and how much that is."""

import functools
import gzip
import os
import re
from collections.abc import Iterable
from pathlib import Path

#: What the head and the foot of a page name: style sheets and scripts.
_NAMED = re.compile(r'<link[^>]*?href="([^"]+\.css)[^>]*>|<script[^>]*? src="([^"]+\.js)')


def loaded(site: Path, page: str) -> set[str]:
    """Return the paths of a page, its style sheets and its scripts."""
    named = _NAMED.findall((site / page).read_text())
    return {page, *(os.path.normpath(Path(page).parent / "".join(places)) for places in named)}


def weight(site: Path, paths: Iterable[str | Path]) -> int:
    """Return the bytes of files on the wire."""
    return sum(len(compressed(site / path)) for path in paths)


@functools.cache
def compressed(path: Path) -> bytes:
    """Return a file as any web server sends it."""
    return gzip.compress(path.read_bytes(), 6)
