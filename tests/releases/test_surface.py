"""What a release offers, read by griffe, beside what Python itself says; two of them compared."""

import inspect
import itertools
import json
import warnings
from dataclasses import asdict

import pytest
import torch
import torchvision
from packaging.version import Version
from support import ENTRIES

from cheatsheet import catalog
from cheatsheet.check import recorded
from cheatsheet.releases import compare, page, surface


@pytest.fixture(scope="module")
def installed():
    return surface.installed()


def test_signatures_are_those_that_python_sees(installed):
    """griffe reads files, `inspect` the running functions: names of parameters and order agree."""
    compared = 0
    for name, value in surface.public_names():
        if not inspect.isfunction(value) or hasattr(value, "__wrapped__"):
            continue
        (signature,) = installed.names[name] or [None]
        if signature is None:
            continue
        seen = inspect.signature(value).parameters
        stars = {inspect.Parameter.VAR_POSITIONAL: "*", inspect.Parameter.VAR_KEYWORD: "**"}
        names = [stars.get(p.kind, "") + p.name for p in seen.values()]
        assert list(signature) == [n for n in names if n not in ("self", "cls")], name
        has_default = [
            p.default is not p.empty for p in seen.values() if p.name not in ("self", "cls")
        ]
        assert [default is not None for default in signature.values()] == has_default, name
        compared += 1
    assert compared > 700


def test_names_are_there_and_what_is_imported_is_not(installed):
    assert installed.torch == torch.__version__
    assert installed.torchvision == torchvision.__version__
    for name in ("torch.add", "torch.Tensor.add_", "torch.nn.Linear", "torchvision.ops.nms"):
        assert name in installed.names
    assert not {"torch.nn.functional.math", "torch.os", "torch.nn.Any"} & installed.names.keys()
    assert installed.names["torch.nn.MSELoss"][0]["reduction"] == "'mean'"
    assert {"input", "other", "alpha", "out"} <= {
        p for s in installed.names["torch.add"] for p in s
    }


@pytest.mark.parametrize("name", ["torch.nn.functional.upsample", "torch.jit.script"])
def test_a_deprecated_name_has_the_warning_that_a_call_gives(installed, name):
    call = {"torch.jit.script": lambda: torch.jit.script(torch.nn.Linear(1, 1))}.get(
        name, lambda: torch.nn.functional.upsample(torch.ones(1, 1, 2), scale_factor=2)
    )
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        call()
    said = [f"{w.category.__name__}: {' '.join(str(w.message).split())}" for w in caught]
    assert installed.deprecated[name] in said
    assert "torch.nn.functional.interpolate" not in installed.deprecated


OLD = surface.Surface(
    "2.13.0+cpu", "0.28.0",
    {"a.gone": [{}], "a.same": [{"x": None}], "a.f": [{"x": None, "y": "1", "z": "2"}], "a.c": []},
    {"a.same": "FutureWarning: a.same is deprecated (Triggered internally at /x.cpp:1.)"},
)  # fmt: skip
NEW = surface.Surface(
    "2.14.1", "0.29.2",
    {"a.new": [{}], "a.same": [{"x": None}], "a.f": [{"x": None, "y": "3"}, {"w": "0"}],
     "a.c": [{"q": None}]},
    {"a.same": "FutureWarning: a.same is deprecated (Triggered internally at /y.cpp:2.)",
     "a.f": "FutureWarning: a.f is deprecated", "a.new": "FutureWarning: a.new is deprecated"},
)  # fmt: skip


def test_what_changed():
    changes = compare.compare(OLD, NEW)
    assert changes.release == "2.14"
    assert asdict(changes) == {
        "before": ("2.13.0", "0.28.0"),
        "after": ("2.14.1", "0.29.2"),
        "added": ["a.new"],
        "removed": ["a.gone"],
        "parameters": {
            "a.f": ["new parameter `w=0`", "without `z`", "default of `y`: `1`, then `3`"]
        },
        "deprecated": {"a.f": "FutureWarning: a.f is deprecated"},
    }
    same = compare.compare(OLD, OLD)
    assert [same.added, same.removed, same.parameters, same.deprecated] == [[], [], {}, {}]


def test_what_is_written_is_read_again(tmp_path, monkeypatch):
    monkeypatch.setattr(compare, "RESULTS", tmp_path)
    monkeypatch.setattr(catalog, "ROOT", tmp_path)
    changes = compare.compare(OLD, NEW)
    assert compare.write(changes) == "2.14.json"
    (again,) = compare.recorded()
    assert json.loads(json.dumps(asdict(again))) == json.loads(json.dumps(asdict(changes)))


# The pages


def test_recorded_changes_are_those_of_consecutive_releases():
    found = compare.recorded()
    assert [changes.release for changes in found] == ["2.12", "2.13", "2.14", "2.15"]
    for one, next_one in itertools.pairwise(found):
        assert tuple(one.after) == tuple(next_one.before)
    tried = {Version(run["torch"]).base_version for run in recorded.runs()}
    assert {v for changes in found for v in (changes.before[0], changes.after[0])} <= tried


def test_a_name_that_is_gone_is_not_installed_and_a_new_one_is(installed):
    """The newest page beside the torch that is installed."""
    newest = compare.recorded()[-1]
    if Version(torch.__version__).base_version != newest.after[0]:
        pytest.skip(f"the newest page is about torch {newest.after[0]}")
    assert not set(newest.removed) & installed.names.keys()
    assert set(newest.added) <= installed.names.keys()


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("releases")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page, "PAGES", folder)
        page.write(ENTRIES, {})
    return {path.stem: path.read_text() for path in folder.glob("*.md")}


def test_each_row_of_an_entry_stands_on_the_page_of_its_release(pages):
    rows = [
        (entry, row)
        for entry in ENTRIES
        for row in entry.earlier
        if (row.type, row.message) not in [(r.type, r.message) for r in entry.warns]
    ]
    assert len(rows) > 20
    for entry, row in rows:
        text = pages[".".join(map(str, row.release))]
        lines = [line for line in text.splitlines() if f"#{entry.path.stem})" in line]
        cells = " ".join(lines).replace("\\|", "|")
        assert row.message in cells, (entry.name, row)
        assert row.expression == "..." or row.expression in cells


def test_the_index_counts_what_was_recorded(pages):
    for run in recorded.runs():
        (line,) = [
            line for line in pages["index"].splitlines()
            if line.startswith(f"| {Version(run['torch']).base_version} ")
        ]  # fmt: skip
        of = [run[kind] for kind in recorded.OUTCOMES]
        waiting = {entry.name for entry in ENTRIES}.difference(*of)
        assert f"| {' | '.join(str(len(kind)) for kind in [*of, waiting])} |" in line


def test_a_change_names_its_entries(pages):
    lines = [line for line in pages["2.12"].splitlines() if "`torch.nn.GroupNorm`" in line]
    assert len(lines) == 1
    assert "new parameter `bias=True`" in lines[0]
    assert "layers/" in lines[0]
