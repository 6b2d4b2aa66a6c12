"""The rules of the house, so that adding an entry stays one file and one name."""

import ast
import re
import sys
from pathlib import Path

import pytest
from support import ENTRIES, by_entry, says

from cheatsheet import catalog
from cheatsheet.catalog import ROOT, SNIPPETS

PAGES = [page for topic in catalog.topics() for page in (topic, *topic.groups)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_all_names_every_file_once(page):
    folder = page.path.parent
    files = {p.stem for p in folder.glob("*.py")} - {"__init__"}
    groups = {p.name for p in folder.iterdir() if p.is_dir() and p.name != "__pycache__"}
    assert len(page.members) == len(set(page.members))
    assert set(page.members) == files | groups
    assert not (files and groups), "a topic has groups or entries, not both"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_stays_light(page):
    assert len(page.entry_paths) <= 16


def test_topics_are_the_folders():
    folders = {p.name for p in SNIPPETS.iterdir() if p.is_dir() and p.name != "__pycache__"}
    assert set(catalog.read_page(SNIPPETS).members) == folders


@pytest.mark.parametrize("entry", by_entry())
def test_entry_keeps_the_rules(entry):
    stem = Path(entry.path).stem
    assert stem not in sys.stdlib_module_names
    assert stem not in {"torch", "numpy", "pytest", "torchvision", "sklearn"}
    for number, line in enumerate(entry.source.splitlines(), start=1):
        assert len(line) <= 88, f"{entry.path}:{number}: {len(line)} columns"
        assert "\t" not in line
    modules = {name.split(".")[0] for name in entry.imports}
    assert not modules & {"cheatsheet", "snippets", "tests"}
    assert not any(isinstance(node, ast.ImportFrom) and node.level for node in ast.walk(entry.tree))
    assert "__file__" not in entry.code
    sections = {name: len(list(filter(str.strip, rows))) for name, rows in entry.sections.items()}
    assert all(length <= 40 for length in sections.values()), (
        f"{sections} lines: an entry is one idea, or a recipe with `# %% Name` above each section"
    )
    assert sum(sections.values()) <= 360, f"{sections} lines: a recipe is read in one sitting"
    assert not re.search(r"\bsimply\b|\bjust\b|!\s", entry.summary + entry.text)


@pytest.mark.parametrize("entry", by_entry())
def test_entry_marks_the_line_that_one_comes_for(entry):
    assert entry.call is not None, f"{entry.path}: put `# <-` behind the line that one comes for"
    assert "\n" not in entry.call.text
    assert len(entry.call.text) <= 120
    statements = ast.parse(entry.pasted).body
    assert "<-" not in ast.unparse(statements)
    assert "# <-" not in entry.code


def test_what_the_home_page_names_is_there():
    home = catalog.read_page(SNIPPETS).wanted
    named = {name for rows in home.values() for name in rows.values()}
    for topic in catalog.topics():
        assert 2 <= len(topic.wanted) <= 5, topic.name
        named |= {f"{topic.name}/{name}" for name in topic.wanted}
    assert named <= catalog.entry_paths().keys()


@says(
    "CONTRIBUTING",
    "No two entries have a phrase in common.",
)
def test_every_entry_is_asked_by_phrases_that_no_other_entry_has():
    seen = {}
    for entry in ENTRIES:
        assert 5 <= len(entry.asked) <= 24, f"{entry.name}: {len(entry.asked)} phrases"
        for phrase in entry.asked:
            other = seen.setdefault(phrase.lower().rstrip("?"), entry.name)
            assert other == entry.name, f"{entry.name} and {other} are both asked by {phrase!r}"


def test_headings_are_unique_on_a_page():
    seen = {}
    for entry in ENTRIES:
        key = (entry.path.parent, entry.heading)
        assert key not in seen, f"{entry.name} and {seen[key]} share a heading"
        seen[key] = entry.name


@says(
    "CONTRIBUTING",
    "formula | `` | a test `test_<entry>` in `tests/<topic>/` compares it with the library",
)
def test_a_formula_has_its_reference():
    tests = {
        topic.name: "\n".join(
            p.read_text() for p in (ROOT / "tests" / topic.name).glob("test_*.py")
        )
        for topic in catalog.topics()
    }
    missing = [
        entry.name
        for entry in ENTRIES
        if entry.has_formula
        and not re.search(rf"def test_{entry.path.stem}(_|\()", tests[entry.name.split("/")[0]])
    ]
    assert not missing


def test_snippets_know_nothing_of_the_machinery():
    for page in PAGES:
        tree = ast.parse(page.path.read_text())
        assert not [n for n in ast.walk(tree) if isinstance(n, ast.Import | ast.ImportFrom)]


#: The floors of the machinery, from the ground up: each stands on those before it.
FLOORS = [
    "shapes", "entry", "catalog", "messages", "names", "check", "new", "figures", "benchmarks",
    "site", "find", "releases", "trace", "upgrade", "export", "cli",
]  # fmt: skip


def test_no_floor_of_the_machinery_knows_a_higher_one():
    house = ROOT / "cheatsheet"
    floors = {p.stem for p in house.iterdir() if p.name not in ("__init__.py", "__pycache__")}
    assert floors == set(FLOORS)
    upward = []
    for path in house.rglob("*.py"):
        floor = path.relative_to(house).parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_text())):
            names = []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [f"{node.module}.{alias.name}" for alias in node.names]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            for name in names:
                parts = name.split(".")
                if parts[0] == "cheatsheet" and FLOORS.index(parts[1]) > FLOORS.index(floor):
                    upward.append((path.relative_to(house).as_posix(), name))
    assert not upward


def test_versions_on_the_home_page_are_those_that_are_pinned():
    pinned = dict(
        line.split("==") for line in (ROOT / "constraints.txt").read_text().split() if "==" in line
    )
    text = " ".join((ROOT / name).read_text() for name in ("docs/index.md", "README.md"))
    for package in ("torch", "torchvision"):
        stated = set(re.findall(rf"\b{package} (\d+\.\d+\.\d+)", text))
        assert stated == {pinned[package]}


def test_no_address_of_an_index_and_no_path_of_a_machine():
    for path in [*ROOT.glob("*.t*"), *ROOT.glob("*.yml"), ROOT / "Makefile", ROOT / "README.md"]:
        text = path.read_text()
        assert "--index-url" not in text, path
        assert str(ROOT) not in text, path
