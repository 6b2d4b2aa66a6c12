"""Notebooks: each holds the code of its page, and running it gives the outputs that are in it."""

import nbformat
import pytest
from nbclient import NotebookClient
from support import ROOT, entries_of

from cheatsheet.check.claims import same_text
from cheatsheet.check.sandbox import is_met
from cheatsheet.export import notebooks, pages, place_of

PAGES = {place_of(page): page for page in pages() if page.entry_paths}
#: Those that are run in CI, and every fourth of them with `--spare-recorded`.
SOME = [*PAGES][6::8]


def read(place):
    return nbformat.read(ROOT / "docs" / f"{place}.ipynb", as_version=4)


def told(cell):
    streams = [output for output in cell.outputs if output.output_type == "stream"]
    return "".join(stream.text for stream in streams if stream.name == "stdout")


def by_entry(place, made):
    """Yield each entry of a page with its code cells: they stand below its heading."""
    sections = []
    for cell in made.cells:
        if cell.cell_type == "markdown":
            sections.append([])
        else:
            sections[-1].append(cell)
    assert sections[0] == [], "above the first entry stands the introduction"
    return zip(entries_of(place), sections[1:], strict=True)


@pytest.mark.parametrize("place", PAGES)
def test_a_notebook_holds_the_code_and_the_outputs_of_its_page(place):
    made = read(place)
    nbformat.validate(made)
    for entry, cells in by_entry(place, made):
        kept = [line for cell in cells for line in cell.source.splitlines() if line.strip()]
        lines = [line for line in entry.pasted.splitlines() if line.strip()]
        assert kept == [line for line in lines if not line.startswith("# %%")], entry.name
        printed = "".join(told(cell) for cell in cells)
        assert printed == "".join(output.text for output in entry.outputs), entry.name
        assert len(cells) == len(entry.sections), entry.name


@pytest.mark.parametrize("place", PAGES)
def test_running_it_gives_the_outputs_that_are_in_it(place, pytestconfig, tmp_path):
    some = SOME[1::4] if pytestconfig.option.spare_recorded else SOME
    if place not in some and not pytestconfig.option.every_page:
        pytest.skip("some notebooks are run; with --every-page all are")
    made = read(place)
    ran = read(place)
    resources = {"metadata": {"path": str(tmp_path)}}
    NotebookClient(ran, timeout=300, allow_errors=True, resources=resources).execute()
    differences = []
    for (entry, before), (_, after) in zip(
        by_entry(place, made), by_entry(place, ran), strict=True
    ):
        if not all(map(is_met, entry.needs)):
            continue
        for documented, cell in zip(before, after, strict=True):
            wrong = [o for o in cell.outputs if o.output_type == "error"]
            if wrong or not same_text(*map(stripped, (documented, cell))):
                differences.append((entry.name, told(documented), told(cell), wrong))
    assert not differences
    assert not [*tmp_path.iterdir()], "a notebook leaves nothing behind"


def stripped(cell):
    return "\n".join(line.rstrip() for line in told(cell).rstrip("\n").split("\n"))


def test_a_notebook_is_the_same_at_every_build():
    place, page = next(iter(PAGES.items()))
    made = nbformat.writes(notebooks.notebook(page, entries_of(place)))
    assert made + "\n" == (ROOT / "docs" / f"{place}.ipynb").read_text(encoding="utf-8")
