"""Figures that entries open: each says what it shows, or the build stops."""

import textwrap

import pytest
from support import says

from cheatsheet import figures
from cheatsheet.check import runner
from cheatsheet.check.sandbox import Request
from cheatsheet.entry import read_entry

PLOT = """
import matplotlib.pyplot as plt

figure, axes = plt.subplots()
axes.plot([1, 2])
"""


@says(
    "CONTRIBUTING",
    "Figures that an entry opens with matplotlib are kept for its page; their titles are "
    "what a screen reader says.",
)
@pytest.mark.parametrize("title", ["", "axes.set_title('two points')"])
def test_a_figure_without_a_title_is_refused(title, tmp_path):
    path = tmp_path / "subject.py"
    path.write_text('"""Plot: of two points."""\n' + textwrap.dedent(PLOT) + title + "\n")
    entry = read_entry(path, "subject")
    seen = runner.run(Request(entry, prepare=figures.set_style, draw=_titles))
    if title:
        assert (seen.error, seen.figures) == (None, [("subject", "two points")])
    else:
        assert "add axes.set_title(...)" in seen.error


def _titles(name, variables):
    """What `cheatsheet prepare` asks of each figure before it saves it."""
    return [(name, figures._title(variables["figure"]))]
