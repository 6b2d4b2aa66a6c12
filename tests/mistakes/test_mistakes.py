"""The topic as a whole: each mistake is measured wrong, put right, and measured again."""

import re

import pytest
from support import ENTRIES, says

from cheatsheet import catalog

MISTAKES = [entry for entry in ENTRIES if entry.name.startswith("mistakes/")]


def outputs(code, mark):
    """Return what is printed after each comment that begins with a mark."""
    parts = re.split(r"^ *# (?=Wrong|Right|[A-Z])", code, flags=re.MULTILINE)
    return [
        tuple(re.findall(r"^ *#> ?(.*)$", part, re.MULTILINE))
        for part in parts
        if part.startswith(mark)
    ]


@says("mistakes", "Each entry measures the mistake, puts it right, and measures again.")
@pytest.mark.parametrize("entry", MISTAKES, ids=lambda entry: entry.name)
def test_wrong_and_right_are_measured_and_differ(entry):
    code = entry.source.split('"""', 2)[2]
    wrong, right = outputs(code, "Wrong"), outputs(code, "Right")
    assert wrong, "no `# Wrong`"
    assert right or "then right" in code, "no `# Right`"
    assert all(shown for shown in wrong[:1] + right[:1]), "nothing is printed"
    assert not set(wrong) & set(right), "wrong and right print the same"


def test_each_mistake_stands_under_a_symptom():
    (topic,) = (page for page in catalog.topics() if page.name == "mistakes")
    rows = [line for line in topic.docstring.splitlines() if line.startswith("| ")][1:]
    linked = {
        f"mistakes/{page}/{name}"
        for row in rows
        for page, name in re.findall(r"\]\((\w+)\.md#(\w+)\)", row)
    }
    names = {entry.name for entry in MISTAKES}
    assert len(names) >= 25
    assert names - linked == set(), "under no symptom"
    assert linked - names == set(), "no such entry"
