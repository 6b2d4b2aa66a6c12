"""The entries where people work: terminal, Markdown, notebooks, paper, editors, assistants."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from cheatsheet import catalog
from cheatsheet.catalog import Page

#: What Chromium needs in a container, and what keeps it from asking other hosts.
BROWSER_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pages() -> Iterator[Page]:
    """Yield all pages in reading order: each topic, and below it its groups."""
    for topic in catalog.topics():
        yield topic
        yield from topic.groups


def place_of(page: Page) -> str:
    """Return the path of a page on the site, without suffix."""
    return page.name if "/" in page.name else f"{page.name}/index"


def site_address() -> str:
    """Return where the site is published, with a slash at the end; empty where nobody said."""
    address = os.environ.get("SITE_URL", "")
    return f"{address.rstrip('/')}/" if address else ""


def keep(path: Path, content: str | bytes) -> None:
    """Write a file, if it changed."""
    written = content.encode() if isinstance(content, str) else content
    if not path.exists() or path.read_bytes() != written:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written)
