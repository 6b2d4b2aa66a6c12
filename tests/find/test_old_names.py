"""Who types an old name is led to the entry that says what became of it."""

import re

import pytest
from support import says

from cheatsheet import catalog

ROW = re.compile(
    r"^\| [^|\n]+ \| `((?:torch|functorch|F|nn|np|transforms)\.[\w.]+)(?:\([^=\n]*?)?` \| (\w+) "
    r"\| \[.*\]\((\w+)\.md#(\w+)\) \|$",
    re.MULTILINE,
)
OLD = [
    (name, f"upgrades/{group}/{entry}")
    for name, today, group, entry in ROW.findall(
        catalog.read_page(catalog.SNIPPETS / "upgrades").docstring
    )
    if today in ("RuntimeError", "AttributeError", "FutureWarning")
]

#: Names that were kept for other arguments, which an entry of today shows.
STILL_THERE = {("torch.stft", "tensors/fourier/stft")}


@says("upgrades", "An old name leads `cheatsheet find` to its entry.")
@pytest.mark.parametrize(("name", "entry"), OLD, ids=[name for name, _ in OLD])
def test_an_old_name_leads_to_its_entry(name, entry, ranking):
    first = ranking.search(name)[0].document.name
    assert first == entry or (name, first) in STILL_THERE


def test_many_names_are_asked():
    assert len(OLD) > 25
