"""The pages of the built site, a server for it on the loopback, and a judge of them."""

from __future__ import annotations

import functools
import http.server
import io
import threading
from pathlib import Path

import pytest
from support import DRAW_ALL
from weights import compressed


@pytest.fixture(scope="session")
def pages(site) -> list[str]:
    return sorted(
        path.relative_to(site).as_posix()
        for path in site.rglob("*.html")
        if path.name != "404.html"
    )


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves text compressed, as any web server does, and says nothing."""

    def log_message(self, *_: object) -> None:
        pass

    def send_head(self):
        path = Path(self.translate_path(self.path))
        if path.suffix not in {".html", ".css", ".js", ".svg", ".xml"} or not path.is_file():
            return super().send_head()
        text = compressed(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        return io.BytesIO(text)


@pytest.fixture(scope="session")
def served(site):
    """The site's address on the loopback; the server ends with the tests."""
    handler = functools.partial(_Handler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def violations():
    """What axe finds on a page: a function of the page and, if need be, axe's options."""
    from axe_playwright_python.sync_playwright import Axe

    def run(page, **options):
        page.add_style_tag(content=DRAW_ALL)  # axe judges what is drawn
        result = Axe().run(page, options={**options, "resultTypes": ["violations"]})
        return [
            (v["id"], node["html"][:120], node.get("failureSummary", "")[:300])
            for v in result.response["violations"]
            for node in v["nodes"]
        ]

    return run
