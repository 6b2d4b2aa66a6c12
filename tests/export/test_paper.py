"""The PDFs, read by pypdf: every page and entry is in them, and the contents lead to each."""

import os
import re
import subprocess
import sys

import pytest
from pypdf import PdfReader
from support import ENTRIES, ROOT, entries_of, says

from cheatsheet import catalog
from cheatsheet.export import pages, place_of, prose
from cheatsheet.export.take_along import EVERYTHING, SHEETS

#: A process of its own: Playwright, which the browser of other tests has begun here, begins once.
PRINT = """
import sys
from pathlib import Path
from cheatsheet.export import pages, paper
paper.write(Path(sys.argv[1]), Path(sys.argv[2]), [*pages()][:: int(sys.argv[3])])
"""

TOPICS = [prose.heading_of(topic)[0] for topic in catalog.topics()]


@pytest.fixture(scope="module")
def papers(site, addresses, chromium, step, tmp_path_factory):
    folder = tmp_path_factory.mktemp("papers")
    command = [sys.executable, "-c", PRINT, str(site), str(folder), str(step)]
    subprocess.run(command, cwd=ROOT, check=True, env={**os.environ, **addresses})
    return {name: Paper(folder / name) for name in (SHEETS, EVERYTHING)}


class Paper:
    """A PDF: the text of each page, and the rows of its contents as one reads them."""

    def __init__(self, file):
        self.reader = PdfReader(file)
        self.read = [page.extract_text() for page in self.reader.pages]
        self.texts = list(map(letters, self.read))

    def contents(self, headings):
        """Return heading and page number of each row, in order; the head ends before the first."""
        text = "".join(letters(page.partition("\n")[2]) for page in self.read)  # no page numbers
        at, rows = text.index("wereskipped.") + len("wereskipped."), []
        for words, following in zip(headings, [*headings[1:], ""], strict=True):
            end = re.escape(letters(following)) or r"\D"
            row = re.compile(rf"{re.escape(letters(words))}(\d+?)(?={end})")
            found = row.match(text, at)
            assert found, (words, text[at : at + 80])
            at = found.end()
            rows.append((words, int(found[1])))
        return rows

    def wrong(self, rows):
        """Return the rows whose page does not show their heading."""
        return [(words, at) for words, at in rows if letters(words) not in self.texts[at - 1]]


def headings_of(name, step):
    """Return what the contents of a paper name: topics, or pages and their entries."""
    if name == SHEETS:
        return TOPICS
    headings = {entry.name: entry.heading.replace("`", "") for entry in ENTRIES}
    return [
        words
        for page in [*pages()][::step]
        for words in [prose.heading_of(page)[0], *map(headings.get, catalog.names_of(page))]
    ]


def letters(text):
    """Return text without spaces and ligatures: where a line breaks is nobody's concern."""
    for ligature, plain in {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}.items():
        text = text.replace(ligature, plain)
    return re.sub(r"\s", "", text)


def test_the_sheets_are_few_pages(papers):
    paper = papers[SHEETS]
    assert len(TOPICS) < len(paper.reader.pages) < 1.5 * len(TOPICS)
    shown = "".join(paper.texts)
    calls = [entry.call.text for entry in ENTRIES if letters(entry.call.text) not in shown]
    assert not calls


def test_everything_is_there(papers, step):
    shown = "".join(papers[EVERYTHING].texts)
    missing = []
    for page in [*pages()][::step]:
        for entry in entries_of(place_of(page)):
            lines = entry.code.splitlines()
            missing += [(entry.name, line) for line in lines if letters(line) not in shown]
    assert not missing


@pytest.mark.parametrize("name", [SHEETS, EVERYTHING])
def test_the_contents_name_the_page_of_each_heading(papers, step, name):
    paper = papers[name]
    rows = paper.contents(headings_of(name, step))
    assert not paper.wrong(rows)
    # A number that is wrong is seen.
    shifted = [(words, at + 1) for words, at in rows if at < len(paper.texts)]
    assert len(paper.wrong(shifted)) > len(shifted) / 3


@pytest.mark.parametrize("name", [SHEETS, EVERYTHING])
def test_pages_are_numbered_and_of_one_size(papers, name):
    paper = papers[name]
    assert [text.partition("\n")[0] for text in paper.read] == [
        str(number) for number in range(1, len(paper.read) + 1)
    ]
    for page in paper.reader.pages:
        assert [round(float(side) / 72 * 25.4) for side in page.mediabox[2:]] == [210, 297]


@pytest.mark.parametrize("name", [SHEETS, EVERYTHING])
def test_links_lead_somewhere(papers, addresses, step, name):
    reader = papers[name].reader
    places = {key.removeprefix("/") for key in reader.named_destinations}
    within, outside = [], []
    for page in reader.pages:
        for reference in page.get("/Annots") or []:
            link = reference.get_object()
            if "/Dest" in link:
                within.append(str(link["/Dest"]).removeprefix("/"))
            else:
                outside.append(str(link["/A"]["/URI"]))
    assert len(within) >= len(headings_of(name, step))
    assert set(within) <= places
    assert outside
    assert not [address for address in outside if not address.startswith("https://")]
    assert f"{addresses['SITE_URL']}losses/" in " ".join(outside), "the site, where it is published"


def test_the_contents_stand_beside_the_pages(papers, step):
    outline = papers[EVERYTHING].reader.outline
    topics = [row.title for row in outline if not isinstance(row, list)]
    assert topics == [prose.heading_of(page)[0] for page in [*pages()][::step]]


@says("README", "`make downloads` prints the sheets and everything as PDF, and packs the site.")
@pytest.mark.parametrize("name", [SHEETS, EVERYTHING, "site.zip"])
def test_the_command_makes_them(name):
    makefile = (ROOT / "Makefile").read_text()
    assert "downloads: prepare\n\t$(BIN)/cheatsheet downloads\n" in makefile
    source = (ROOT / "cheatsheet" / "export" / "downloads.py").read_text()
    assert "paper.write(" in source
    assert "offline.write(" in source
    assert name in (ROOT / "cheatsheet" / "export" / "take_along.py").read_text()
