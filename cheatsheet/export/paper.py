"""The sheets, and everything, as PDF: the pages of the built site in one document, printed.

Chromium prints, since it is what the pages are made for. It turns links within the document into
links of the PDF; the page numbers of the contents are read from a first printing.
"""

from __future__ import annotations

import base64
import io
import logging
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

from bs4 import BeautifulSoup, Tag
from PIL import Image
from pypdf import PdfReader, PdfWriter

from cheatsheet import catalog
from cheatsheet.catalog import Page
from cheatsheet.check import recorded
from cheatsheet.export import BROWSER_FLAGS, place_of, prose, site_address
from cheatsheet.export.take_along import EVERYTHING, SHEETS

#: What is for the screen.
_LEFT_OUT = ".headerlink, .account"

_STYLE = """
@page {
  size: A4; margin: 12mm 11mm 14mm;
  @bottom-center { content: counter(page); font: 8pt sans-serif }
}
html, body { background: white; height: auto; display: block }
h1 { break-before: page }
.contents h1 { break-before: auto }
.contents ol { list-style: none !important; margin: 0; padding: 0 }
.contents li { margin: 0 !important; break-inside: avoid }
.contents .row { display: flex; gap: 1em }
.contents .row span { margin-left: auto }
"""

_OF_SHEETS = ".sheet h2 { color: white !important }"

_OF_EVERYTHING = """
.md-typeset h1 { font-size: 17pt !important; margin: 0 0 3mm !important }
.md-typeset h2 { font-size: 12pt; margin: 5mm 0 1mm; break-after: avoid }
.md-typeset { font-size: 8pt }
.entry, .sheet ~ .entry { break-before: auto; break-inside: auto }
.snippet pre, figure, img, table { break-inside: avoid }
img { max-width: 100%; max-height: 70mm; width: auto; height: auto }
.contents ol ol { columns: 3; column-gap: 5mm; font-size: 7pt }
.contents > ol > li { break-inside: auto; margin-top: 2mm !important }
"""

_HTML = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>PyTorch cheat sheet</title>
{sheets}
<style>{style}</style>
<body data-md-color-scheme="default" data-md-color-primary="custom" data-md-color-accent="custom">
<main class="md-typeset">
<div class="contents"><h1>PyTorch cheat sheet</h1><p>{release}</p><ol>{rows}</ol></div>
{articles}
</main>
</body>
</html>
"""


class PaperError(Exception):
    """What keeps the documents from being printed."""


@dataclass(frozen=True)
class Row:
    """A line of the contents: where it leads, what it says, and what stands below it."""

    anchor: str
    words: str
    below: tuple[Row, ...] = ()


def write(site: Path, folder: Path, whole: list[Page]) -> None:
    """Print the two documents from a built site.

    Args:
        site: The built site.
        folder: Where the PDFs go.
        whole: The pages of the document of everything.
    """
    for name, chosen, without, style in (
        (SHEETS, catalog.topics(), ".entry", _OF_SHEETS),
        (EVERYTHING, whole, ".sheet, details:not(:has(li))", _OF_EVERYTHING),
    ):
        Document(site, chosen, without, style).print(folder / name)


class Document:
    """Pages of the site as one page.

    Args:
        site: The built site.
        chosen: The pages, in order.
        without: What of them is left out, as a selector.
        style: How this document differs from the other.
    """

    def __init__(self, site: Path, chosen: list[Page], without: str, style: str) -> None:
        """Read the pages, and make one of them."""
        self.site, self.without, self.style = site, f"{without}, {_LEFT_OUT}", style
        self.pages = {f"{place_of(page)}.html": page for page in chosen}
        self.articles = {path: self._article(path) for path in self.pages}
        self.anchors = {
            (path, str(tag["id"])): _anchor(path, str(tag["id"]))
            for path, article in self.articles.items()
            for tag in article.find_all(id=True)
        }
        for path, article in self.articles.items():
            self._prepare(path, article)

    def print(self, file: Path) -> None:
        """Print twice: the first time to learn where each heading comes to stand."""
        with tempfile.TemporaryDirectory() as folder:
            numbers: dict[str, int] = {}
            for _ in range(2):
                source = Path(folder) / "print.html"
                source.write_text(self._html(numbers), encoding="utf-8")
                _print(source, file)
                before, numbers = numbers, page_numbers(file)
        if before != numbers:
            raise PaperError(f"{file}: the contents name other pages than those of the headings")
        self._bookmark(file, numbers)

    def _bookmark(self, file: Path, numbers: dict[str, int]) -> None:
        """Put the contents beside the pages too, where a reader of PDF shows them."""
        logging.getLogger("pypdf").setLevel(logging.ERROR)  # it warns of its own count of objects
        writer = PdfWriter(clone_from=file)
        for row in self._rows():
            topic = writer.add_outline_item(title=row.words, page_number=numbers[row.anchor] - 1)
            for inner in row.below:
                at = numbers[inner.anchor] - 1
                writer.add_outline_item(title=inner.words, page_number=at, parent=topic)
        writer.write(file)

    def _article(self, path: str) -> Tag:
        soup = BeautifulSoup((self.site / path).read_text(encoding="utf-8"), "lxml")
        article = soup.select_one("article .doc")
        if article is None:
            raise PaperError(f"{self.site / path}: expected an article. Run `make site` first")
        for tag in article.select(self.without):
            tag.decompose()
        return article

    def _prepare(self, path: str, article: Tag) -> None:
        for tag in article.find_all(id=True):
            tag["id"] = self.anchors[path, str(tag["id"])]
        for image in article.find_all("img"):
            image["src"] = self._picture(self.site / urljoin(path, str(image["src"])))
            del image["loading"]
        for details in article.find_all("details"):
            details["open"] = ""
        for link in article.find_all("a", href=True):
            address = self._address(path, str(link["href"]))
            if address:
                link["href"] = address
            else:
                link.unwrap()

    def _picture(self, file: Path) -> str:
        """Return what to print for a picture: a photo as JPEG, which a PDF holds as it is."""
        if file.suffix == ".svg":
            return file.as_uri()
        with Image.open(file) as photo:
            white = Image.new("RGBA", photo.size, "white")
            white.alpha_composite(photo.convert("RGBA"))
        jpeg = io.BytesIO()
        white.convert("RGB").save(jpeg, "JPEG", quality=88)
        return f"data:image/jpeg;base64,{base64.b64encode(jpeg.getvalue()).decode()}"

    def _address(self, path: str, href: str) -> str:
        if "://" in href:
            return href
        target, anchor = urldefrag(unquote(urljoin(path, href)))
        if (target, anchor) in self.anchors:
            return f"#{self.anchors[target, anchor]}"
        if target in self.articles and not anchor:
            return f"#{self._top(target)}"
        return site_address() and site_address() + urljoin(path, href)

    def _top(self, path: str) -> str:
        heading = self.articles[path].h1
        assert heading is not None
        return str(heading["id"])

    def _html(self, numbers: dict[str, int]) -> str:
        sheets = "".join(
            f'<link rel="stylesheet" href="{file.as_uri()}">'
            for file in (
                *sorted((self.site / "assets/stylesheets").glob("main.*.css")),
                *sorted((self.site / "assets/stylesheets").glob("palette.*.css")),
                self.site / "assets/cheatsheet.css",
            )
        )
        return _HTML.format(
            sheets=sheets,
            style=_STYLE + self.style,
            release=recorded.release(recorded.runs()),
            rows="".join(_contents(row, numbers) for row in self._rows()),
            articles="".join(map(str, self.articles.values())),
        )

    def _rows(self) -> Iterator[Row]:
        for path, page in self.pages.items():
            heading, _, _ = prose.heading_of(page)
            sections = self.articles[path].select(".entry > h2")
            below = tuple(Row(str(tag["id"]), tag.get_text()) for tag in sections)
            yield Row(self._top(path), heading, below)


def _anchor(path: str, name: str) -> str:
    return f"{path.removesuffix('.html').replace('/', '-')}--{name}"


def _contents(row: Row, numbers: dict[str, int]) -> str:
    below = "".join(_contents(inner, numbers) for inner in row.below)
    return (
        f'<li><div class="row"><a href="#{row.anchor}">{row.words}</a>'
        f"<span>{numbers.get(row.anchor, 0)}</span></div>{below and f'<ol>{below}</ol>'}</li>"
    )


def page_numbers(file: Path) -> dict[str, int]:
    """Return the page, from 1, on which each place stands to which a PDF has a link."""
    reader = PdfReader(file)
    places = reader.named_destinations
    found = {name: reader.get_destination_page_number(place) for name, place in places.items()}
    return {name.removeprefix("/"): at + 1 for name, at in found.items() if at is not None}


def chromium() -> str:
    """Return the path of the browser.

    Raises:
        PaperError: There is none.
    """
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if found is None:
        raise PaperError(
            "no Chromium to print with. On Debian and Ubuntu: apt-get install chromium"
        )
    return found


def _print(source: Path, file: Path) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=BROWSER_FLAGS)
        page = browser.new_page()
        page.goto(source.as_uri(), timeout=0)
        page.evaluate("Promise.all([...document.images].map((image) => image.decode()))")
        # Tagged, the document of everything is four times as large.
        page.pdf(path=file, prefer_css_page_size=True, print_background=True, tagged=False)
        browser.close()
