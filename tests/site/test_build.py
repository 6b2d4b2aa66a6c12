"""The built pages, read as files: links, anchors, titles, and the same pages from Zensical."""

import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest
import torch
import yaml
from bs4 import BeautifulSoup
from support import ENTRIES, says
from weights import loaded, weight

from cheatsheet import catalog
from cheatsheet.catalog import ROOT


@cache
def soup_of(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")


def read_settings() -> dict:
    """Read mkdocs.yml; what it takes from the environment stays as it is written."""
    return yaml.safe_load((ROOT / "mkdocs.yml").read_text().replace("!ENV ", ""))


def test_every_entry_has_its_place_and_is_whole(site):
    sections_of = {}
    for entry in ENTRIES:
        *folder, stem = entry.name.split("/")
        page = "/".join(folder if len(folder) > 1 else [*folder, "index"]) + ".html"
        if page not in sections_of:
            headings = soup_of(site / page).select("section > h2")
            sections_of[page] = {heading["id"]: heading.parent for heading in headings}
        assert stem in sections_of[page], f"{page}#{stem} is missing"
        section = sections_of[page][stem]
        assert section.find("code", recursive=True) is not None
        code = section.select_one(".snippet pre code").get_text()
        assert code.strip() == entry.code.strip()
        assert section.select_one(".snippet")["data-copy"] == entry.pasted
        for row in entry.shapes:
            assert str(row.shape) in section.select_one("table.shapes").get_text()
        for row in entry.raises + entry.warns:
            assert row.message in section.select_one(".failures").get_text()
        if entry.has_formula:
            assert section.find("math") is not None
        assert "$$" not in section.get_text()
        assert not re.search(r"\w\.[A-Z]", section.select_one(".account").get_text())
        for math in section.find_all("math"):
            assert not set("\\&") & set(math.get_text()), math.get_text()


def test_no_broken_link_or_anchor(site, pages):
    ids = {page: {tag["id"] for tag in soup_of(site / page).find_all(id=True)} for page in pages}
    broken = []
    for page in pages:
        soup = soup_of(site / page)
        for tag, attribute in [("a", "href"), ("img", "src"), ("link", "href"), ("script", "src")]:
            for element in soup.find_all(tag, attrs={attribute: True}):
                address = element[attribute]
                if address.startswith(("http:", "https:", "data:", "javascript:")):
                    continue
                target, anchor = urldefrag(unquote(urljoin(page, address)))
                if (
                    not (site / target).is_file() and not (site / target / "index.html").is_file()
                ) or (anchor and target in ids and anchor not in ids[target] | {"__skip"}):
                    broken.append(f"{page}: {address}")
    assert not broken


def test_nothing_is_loaded_from_another_host(site, pages):
    for page in pages:
        soup = soup_of(site / page)
        for element in soup.find_all(["link", "script", "img", "iframe"]):
            address = element.get("src") or element.get("href") or ""
            if element.get("rel") != ["canonical"]:
                assert not address.startswith(("http:", "https:", "//")), (page, address)


def test_every_page_has_a_description_and_one_title_of_its_own(site, pages):
    descriptions, titles = set(), set()
    for page in pages:
        soup = soup_of(site / page)
        description = soup.find("meta", attrs={"name": "description"})["content"]
        assert 30 <= len(description) <= 160, (page, description)
        descriptions.add(description)
        titles.add(soup.title.string)
        assert len(soup.find_all("h1")) == 1, page
        pictures = [i for i in soup.find_all("img") if "thumbnail" not in i.get("class", [])]
        assert all(image.get("alt") for image in pictures), page
        for image in soup.select("img.figure, img.thumbnail"):
            assert image["loading"] == "lazy"
            assert int(image["width"])
            assert int(image["height"])
    assert len(descriptions) == len(titles) == len(pages)


def test_official_links_come_from_the_code(site):
    section = soup_of(site / "losses/classification.html").find("h2", id="cross_entropy")
    links = {a.get_text(): a["href"] for a in section.find_parent("section").select(".official a")}
    base = "https://docs.pytorch.org/docs/stable/generated/"
    assert links["torch.nn.CrossEntropyLoss"] == f"{base}torch.nn.CrossEntropyLoss.html"
    assert links["torch.Tensor.mean"] == f"{base}torch.Tensor.mean.html"
    assert all(text.startswith("torch") for text in links)


def test_the_api_index_leads_to_entries_that_use_the_name(site):
    """For every class that an entry spells as `nn.Name`: its line, and entries that hold it."""
    sources = {entry.name: entry.source for entry in ENTRIES}
    codes = [text.split('"""', 2)[2] for text in sources.values()]  # rows may name what is old
    spelled = {name for code in codes for name in re.findall(r"\bnn\.([A-Z]\w+)\(", code)}
    lines = {}
    for item in soup_of(site / "api" / "torch.nn.html").select("article li"):
        official, *entries = item.find_all("a")
        if official["href"].endswith(f"torch.nn.{official.get_text()}.html"):
            lines[official.get_text()] = [entry["href"] for entry in entries]
    missing = {name for name in spelled if hasattr(torch.nn, name)} - lines.keys()
    assert not missing
    for name, links in lines.items():
        for link in links:
            page, anchor = link.removeprefix("../").replace(".html", "").split("#")
            page = page.removesuffix("/index")
            assert re.search(rf"\b{name}\b", sources[f"{page}/{anchor}"]), (name, link)


def test_each_page_leads_to_what_one_takes_along(site):
    """The same page as Markdown, and where it has entries, as a notebook and in Colab."""
    notebooks = {path.relative_to(site) for path in site.rglob("*.ipynb")}
    linked = set()
    for topic in catalog.topics():
        for page in (topic, *topic.groups):
            path = Path(page.name if "/" in page.name else f"{page.name}/index")
            soup = soup_of(site / f"{path}.html")
            links = {a.get_text(): a["href"] for a in soup.select(".account a")}
            assert links["Markdown"] == f"{path.name}.txt"
            if page.entry_paths:
                assert links["notebook"] == f"{path.name}.ipynb"
                base, _, place = links["open in Colab"].partition("/blob/notebooks/")
                assert base == "https://colab.research.google.com/github/us/cheatsheet"
                linked.add(Path(place))
    assert linked == notebooks


def test_the_page_of_downloads_names_what_is_there(site):
    links = [a["href"] for a in soup_of(site / "take-along.html").select("article a[href]")]
    there = {p.relative_to(site).as_posix() for p in site.rglob("*.ipynb")}
    there |= {p.relative_to(site).as_posix() for p in (site / "downloads").iterdir()}
    assert there <= set(links)
    assert {"llms.txt", "llms-full.txt"} <= set(links)


def test_every_page_is_in_the_navigation(site):
    config = read_settings()

    def files(item):
        if isinstance(item, str):
            yield item
        else:
            for part in item.values() if isinstance(item, dict) else item:
                yield from files(part)

    written = {p.relative_to(ROOT / "docs").as_posix() for p in (ROOT / "docs").rglob("*.md")}
    contents = {"questions/": "questions/index.html", "api/": "api.html"}
    apart = {name for name in written if name.startswith(tuple(contents))} - {"questions/index.md"}
    assert set(files(config["nav"])) == written - apart
    for folder, page in contents.items():
        linked = {urljoin(page, a["href"]) for a in soup_of(site / page).select("article td a")}
        of_it = {name.replace(".md", ".html") for name in apart if name.startswith(folder)}
        assert linked == of_it


def test_every_topic_and_group_has_a_page():
    shown = {p.read_text().split("::: ")[-1].strip() for p in (ROOT / "docs").rglob("*.md")}
    for topic in catalog.topics():
        for page in [topic, *topic.groups]:
            assert f"snippets.{page.name.replace('/', '.')}" in shown


def test_the_home_page_leads_to_every_topic_and_group(site):
    links = {a["href"].partition("#")[0] for a in soup_of(site / "index.html").select("article a")}
    for topic in catalog.topics():
        for page in [topic, *topic.groups]:
            assert f"{page.name if '/' in page.name else f'{page.name}/index'}.html" in links


def test_a_sheet_has_a_card_for_every_entry_with_the_line_that_is_marked(site):
    entries = {entry.name: entry for entry in ENTRIES}
    for topic in catalog.topics():
        for page in [topic, *topic.groups]:
            path = f"{page.name}.html" if "/" in page.name else f"{page.name}/index.html"
            cards = {
                urljoin(path, card.a["href"]): card for card in soup_of(site / path).select(".card")
            }
            own = [name for p in (page, *page.groups) for name in catalog.names_of(p)]
            places = {name: "{}.html#{}".format(*catalog.place_of(name)) for name in own}
            assert list(cards) == list(places.values()), path
            for name in own:
                call = entries[name].call
                assert cards[places[name]].code.get_text().strip() == call.text, name
                assert cards[places[name]].a.get_text() == entries[name].heading.replace("`", "")
                if call.result:
                    assert cards[places[name]].samp.get_text() == call.result, name


def test_a_page_can_be_found_from_elsewhere(site, pages):
    """Canonical address, preview picture and sitemap, from the one setting of each address."""
    address = "https://example.org/cheatsheet/"
    listed = re.findall(r"<loc>(.*?)</loc>", (site / "sitemap.xml").read_text())
    assert sorted(listed) == [address + page for page in pages]
    for page in pages:
        soup = soup_of(site / page)
        assert soup.find("link", rel="canonical")["href"] == address + page
        told = {m["property"]: m["content"] for m in soup.find_all("meta", property=True)}
        assert told["og:url"] == address + page
        assert told["og:description"] == soup.find("meta", attrs={"name": "description"})["content"]
        picture = site / told["og:image"].removeprefix(address)
        assert picture.read_bytes().startswith(b"\x89PNG"), page


def test_an_entry_says_what_was_checked_and_leads_to_its_source(site):
    for entry in ENTRIES[::10]:
        page, anchor = catalog.place_of(entry.name)
        section = soup_of(site / f"{page}.html").find("h2", id=anchor).find_parent("section")
        told = section.select_one(".account")
        for what, number in {
            "output": len(entry.outputs),
            "error": len(entry.raises),
            "warning": len(entry.warns),
        }.items():
            assert (f"{number} {what}" in told.get_text()) == bool(number), entry.name
        source, tests, report = (a["href"] for a in told.find_all("a"))
        own = "https://github.com/us/cheatsheet/"
        assert (ROOT / source.removeprefix(f"{own}blob/main/")).samefile(entry.path)
        assert (ROOT / tests.removeprefix(f"{own}tree/main/")).is_dir()
        assert report.startswith(f"{own}issues/new?title={entry.name}")


def test_no_hooks_or_macros():
    config = read_settings()
    assert "hooks" not in config
    plugins = [p if isinstance(p, str) else next(iter(p)) for p in config["plugins"]]
    assert plugins == ["search", "mkdocstrings"]


@says(
    "README",
    "`zensical build --strict` builds it as well, and a test compares the pages.",
    "It is not the default: its script is 22 KB heavier, which takes the heaviest pages beyond the "
    "100 KB that a first load may.",
)
def test_zensical_builds_the_same_pages(site, pages, tmp_path, pytestconfig):
    if pytestconfig.option.spare_recorded:
        pytest.skip("a second build of the whole site: make test ALL=1, and CI")
    for name in (
        "mkdocs.yml",
        "docs",
        "snippets",
        "templates",
        "cheatsheet",
        ".cache",
        "results",
        "overrides",
    ):
        if (ROOT / name).exists():
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, tmp_path / name)
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict", "-f", "mkdocs.yml"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    built = tmp_path / "site"
    entry = soup_of(built / "losses" / "regression.html").select_one(".entry .account")
    assert not entry.find_all("a"), "no address is set, so nothing leads to one"
    assert "Source: snippets/losses/regression/l1.py; tests: tests/losses." in entry.get_text()
    for page in pages:
        ours, theirs = soup_of(site / page), soup_of(built / page)
        for selector in (
            "article h1, article h2",
            "article pre code",
            "article img",
            "article math",
            "form.find",
        ):
            assert [_text(t) for t in ours.select(selector)] == [
                _text(t) for t in theirs.select(selector)
            ], (page, selector)
    ours, theirs = (
        weight(folder, (folder / "assets" / "javascripts").glob("bundle*.js"))
        for folder in (site, built)
    )
    assert round((theirs - ours) / 1000) == 22, "the README says so"
    assert max(weight(built, loaded(built, page)) for page in pages) > 100_000


def _text(tag) -> str:
    return " ".join(tag.get_text().replace("¶", "").split()) or tag.get("src", "")
