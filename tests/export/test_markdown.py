"""The Markdown of pages, read by a parser of Markdown: whole, true to the entries, linked."""

import os
import re
from functools import cache

import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from support import ENTRIES, ROOT, entries_of, says

from cheatsheet.check import recorded
from cheatsheet.export import pages, place_of, prose

DOCS = ROOT / "docs"
PAGES = [place_of(page) for page in pages()]
READER = MarkdownIt("commonmark").enable("table")

#: What says on which release something was checked, and when.
CHECKED = re.compile(r"Checked on torch \d+\.\d+\.\d+\S*, \d{4}-\d\d-\d\d, \S")


@cache
def read(name):
    """Return the text of a file, the code in it, and how it looks."""
    text = (DOCS / f"{name}.txt").read_text(encoding="utf-8")
    tokens = READER.parse(text)
    codes = [t.content for t in tokens if t.type == "fence" and t.info == "python"]
    return text, codes, BeautifulSoup(READER.renderer.render(tokens, READER.options, {}), "lxml")


def code_of(entry):
    return entry.code.rstrip() + "\n"


def links(name):
    _, _, soup = read(name)
    return [a["href"] for a in soup.find_all("a") if "://" not in a["href"]]


@says("README", "Each page has its Markdown beside it, with `.txt` for `.html`.")
@pytest.mark.parametrize("place", PAGES)
def test_a_page_is_whole(place):
    (_, codes, soup), here = read(place), entries_of(place)
    # A page may show code of its own in its introduction.
    assert codes[-len(here) :] == list(map(code_of, here)) or not here
    said = soup.get_text()
    rows = [[td.get_text() for td in tr.find_all("td")] for tr in soup.find_all("tr")]
    headings = [heading.get_text() for heading in soup.find_all("h2")]
    assert headings[-len(here) :] == [e.heading.replace("`", "") for e in here] or not here
    for entry in here:
        assert f"Entry {entry.name}. " in said
        for row in entry.shapes:
            assert [row.name, str(row.shape)] in [cells[:2] for cells in rows], entry.name
        for row in entry.raises + entry.warns:
            assert row.message in said, (entry.name, row.message)
            assert row.expression in said, (entry.name, row.expression)
        for wording in entry.wordings:
            assert wording in said, (entry.name, wording)


def test_what_was_recorded_is_said_of_each_entry():
    recorded_entries = {name for run in recorded.runs() for name in run["hold"]}
    for place in PAGES:
        sections = re.split(r"^Entry `", read(place)[0], flags=re.MULTILINE)[1:]
        for section in sections:
            name, _, rest = section.partition("`. ")
            assert bool(CHECKED.match(rest)) == (name in recorded_entries), name


def test_every_link_leads_to_a_file():
    for place in [*PAGES, "llms", "llms-full"]:
        folder = (DOCS / place).parent
        for link in links(place):
            path = re.sub(r"\.html(#.*)?$", ".md", link)  # a page that has no entries
            assert os.path.isfile(folder / path), (place, link)
            assert path == link or "entries" not in path


def test_the_index_names_every_page_once():
    text, _, _ = read("llms")
    assert links("llms") == [f"{place}.txt" for place in PAGES]
    assert text.startswith("# PyTorch cheat sheet\n\n> ")
    assert CHECKED.search(text.partition("\n## ")[0])


def test_one_file_holds_all():
    text, codes, _ = read("llms-full")
    assert not {code_of(entry) for entry in ENTRIES} - set(codes)
    assert CHECKED.search(text.partition("\n# ")[0])


def test_each_page_leads_to_its_markdown():
    """That these links are on the built pages and lead somewhere is seen in tests/site."""
    template = (ROOT / "templates/python/material/module.html.jinja").read_text()
    assert '<a href="{{ file }}.txt">Markdown</a>' in template
    assert set(PAGES) == {
        path.relative_to(DOCS).with_suffix("").as_posix()
        for path in DOCS.rglob("*.md")
        if "::: snippets." in path.read_text(encoding="utf-8")
    }


@given(st.text("ab1 *_`[]()<>/|$\\\\.!~&;", min_size=1).map(str.strip).filter(bool))
@example("module '__main__' has no attribute [<b>x</b>](y) a_b_c 1*2*3 `$d$` \\* &lt; ~~x~~")
def test_nothing_is_read_into_a_message(text):
    soup = BeautifulSoup(READER.render(f"- it says: {prose.plain(text)}"), "lxml")
    assert soup.get_text().strip() == f"it says: {text}"
