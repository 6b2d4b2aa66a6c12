"""The commands, as a person types them."""

import itertools
import json
import re
import socket
import subprocess
import sys
import textwrap

import pytest
import torch
from support import cheatsheet, says
from typer.testing import CliRunner

from cheatsheet import catalog
from cheatsheet.check import recorded
from cheatsheet.check.update import UpdateError, update
from cheatsheet.cli import app
from cheatsheet.entry import read_entry


def test_list_names_every_entry_of_a_topic():
    done = cheatsheet("list", "losses")
    assert done.returncode == 0
    names = [name for name in catalog.entry_paths() if name.startswith("losses/")]
    assert [line.split()[0] for line in done.stdout.splitlines()] == names


@says(
    "README",
    "`list` cuts nothing in a pipe, and with `--json` each of the five prints for a program.",
)
@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "losses"],
        ["show", "huber"],
        ["find", "huber"],
        ["explain", "Target 3 is out of bounds."],
        ["check", "huber"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_nothing_is_cut_in_a_pipe_and_a_program_can_read(arguments, monkeypatch):
    assert json.loads(cheatsheet(*arguments, "--json").stdout)
    if arguments[0] == "list":
        monkeypatch.setenv("COLUMNS", "40")
        lines = subprocess.run(
            [sys.executable, "-m", "cheatsheet.cli", *arguments], capture_output=True, text=True
        ).stdout.splitlines()
        entries = catalog.find(["losses"])
        assert len(lines) == len(entries)
        for line, entry in zip(lines, entries, strict=True):
            assert re.split(r"\s{2,}", line.strip()) == [entry.name, entry.heading, entry.summary]


@pytest.mark.parametrize("width", [40, 100])
def test_show_wraps_its_text_once(width, monkeypatch):
    """What fits the width is one line: no line ends before its next word would have to."""
    monkeypatch.setenv("COLUMNS", str(width))
    shown = subprocess.run(
        [sys.executable, "-m", "cheatsheet.cli", "show", "huber"], capture_output=True, text=True
    ).stdout
    first = [*itertools.takewhile(str.strip, shown.split("\n\n")[1].splitlines())]
    text = catalog.find_one("huber").text.split("\n\n")[0].replace("`", "")
    assert [line.rstrip() for line in first] == textwrap.wrap(text, width)


def test_show_prints_code_and_claims():
    done = cheatsheet("show", "losses/cross_entropy")
    assert done.returncode == 0
    assert "nn.CrossEntropyLoss()" in done.stdout
    assert "Target 3 is out of bounds." in done.stdout


@says(
    "README",
    "An entry is a complete script.",
)
def test_run_prints_what_the_entry_prints():
    entry = catalog.find_one("cross_entropy")
    done = cheatsheet("run", "cross_entropy")
    script = subprocess.run([sys.executable, entry.path], capture_output=True, text=True)
    assert done.stdout == script.stdout == "".join(output.text for output in entry.outputs)


def test_check_as_json():
    done = cheatsheet("check", "cross_entropy", "--json")
    assert done.returncode == 0
    result = json.loads(done.stdout)
    (entry,) = result["entries"]
    assert {"runs", "output", "shape", "raises", "silence"} <= {c["kind"] for c in entry["claims"]}
    assert not any(claim["problem"] for claim in entry["claims"])


@says("CONTRIBUTING", "`cheatsheet changes` prints what differs.")
def test_changes_names_what_differs(tmp_path):
    claims = [
        {"kind": "output", "line": 9, "problem": None, "skipped": None},
        {"kind": "raises", "line": 5, "problem": "expected [a]\n got b", "skipped": None},
    ]
    entries = [{"name": "a/same", "claims": claims[:1]}, {"name": "a/other", "claims": claims}]
    report = tmp_path / "nightly.json"
    for shown, code in ((entries, 1), (entries[:1], 0)):
        report.write_text(json.dumps({"torch": "9.9.0.dev1", "entries": shown}))
        done = cheatsheet("changes", str(report))
        assert (done.returncode, done.stderr) == (code, "")
        assert f"torch 9.9.0.dev1: {code} of {len(shown)} entries differ\n" in done.stdout
        differs = "a/other\n  line 5, raises: expected [a]\n got b\n"
        assert done.stdout.startswith(differs if code else "torch")
    report.write_text("Traceback")
    done = cheatsheet("changes", str(report))
    assert done.returncode == 2
    assert "expected what `cheatsheet check --json` writes" in done.stderr


def test_check_prints_the_median_cost():
    done = cheatsheet("check", "cross_entropy", "--durations")
    assert "median cost of a run" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["show", "cross_entrpy"], "Nearest: losses/classification/cross_entropy"),
        (["run", "losses"], "is a topic of"),
        (["check", "no_such_thing_at_all"], "no entry, group or topic"),
        (["check", "cross_entropy", "--device", "nonsense"], "no device 'nonsense'"),
    ],
)
def test_bad_input_is_explained(arguments, message):
    done = cheatsheet(*arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_an_ambiguous_name_lists_its_meanings(monkeypatch):
    paths = {"a/mean": None, "b/mean": None}
    monkeypatch.setattr(catalog, "entry_paths", lambda: paths)
    with pytest.raises(catalog.UnknownNameError, match="ambiguous: a/mean, b/mean"):
        catalog.find(["mean"])


def test_serve_says_when_the_port_is_taken():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = cheatsheet("serve", "--port", str(port))
    assert done.returncode == 2
    assert f"port {port} on 127.0.0.1 is taken" in done.stderr
    assert f"PORT={port + 1}" in done.stderr


# update


SOURCE = '''r"""A: b."""

x = 1 / 3  # a third
print(x)
#> 0.5
for n in range(2):
    print(n)
    #> wrong
print("undocumented\\n\\nlines")
y = 2
#> nothing printed this
'''
UPDATED = '''r"""A: b."""

x = 1 / 3  # a third
print(x)
#> 0.3333333333333333
for n in range(2):
    print(n)
    #> 0
    #> 1
print("undocumented\\n\\nlines")
#> undocumented
#>
#> lines
y = 2
'''


@says(
    "CONTRIBUTING",
    "`cheatsheet update <entry>` writes the `#>` lines, `cheatsheet check <entry>` checks"
    " the rest, `make serve` shows it.",
)
def test_update_rewrites_outputs_and_nothing_else(tmp_path):
    path = tmp_path / "subject.py"
    path.write_text(SOURCE)
    assert update(read_entry(path, "subject"))
    assert path.read_text() == UPDATED
    assert not update(read_entry(path, "subject"))
    assert [file.name for file in tmp_path.iterdir()] == ["subject.py"]


@pytest.mark.parametrize("broken", ["1 / 0\n", "import os\nos._exit(1)\n"])
def test_update_of_a_failing_entry_leaves_the_file(tmp_path, broken):
    path = tmp_path / "subject.py"
    path.write_text(SOURCE + broken)
    with pytest.raises(UpdateError, match="left as it was"):
        update(read_entry(path, "subject"))
    assert path.read_text() == SOURCE + broken


def test_what_has_changed_is_recorded_and_the_rest_is_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(recorded, "RESULTS", tmp_path)

    def check(*names):
        done = CliRunner().invoke(app, ["check", *names, "--record", "--changed"])
        assert done.exit_code == 0, done.output
        (path,) = tmp_path.iterdir()
        return re.findall(r"^(\d+) entries", done.output, re.MULTILINE), recorded.read(path)

    assert check("losses/mse")[1]["hold"] == ["losses/regression/mse"]
    ran, noted = check("losses/mse", "losses/regression/l1")
    assert ran == ["1"]
    assert noted["hold"] == ["losses/regression/l1", "losses/regression/mse"]
    (path,) = tmp_path.iterdir()
    changed = {**noted["entries"]["losses/regression/l1"], "digest": "another text"}
    gone = {"losses/gone": changed}
    recorded.write(
        path,
        {**noted, "entries": {**noted["entries"], **gone, **{"losses/regression/l1": changed}}},
    )
    ran, again = check("losses/mse", "losses/regression/l1")
    assert (ran, again) == (["1"], noted)
    recorded.write(path, {**noted, "torch": "2.0.0"})  # what another build did is not kept
    ran, again = check("losses/mse", "losses/regression/l1")
    assert (ran, again) == (["2"], noted)


def test_record_notes_what_held(tmp_path, monkeypatch):
    monkeypatch.setattr(recorded, "RESULTS", tmp_path)
    done = CliRunner().invoke(app, ["check", "losses/mse", "devices/pinned_memory", "--record"])
    assert done.exit_code == 0, done.output
    (path,) = tmp_path.iterdir()
    noted = recorded.read(path)
    assert noted["hold"] == ["losses/regression/mse"]
    assert noted["skipped"] == ["devices/pinned_memory"] or torch.cuda.is_available()
    assert noted["claims"]["output"] >= 1
    assert noted["lies planted"] == noted["lies caught"] > 1
    ((_, releases, date),) = recorded.releases(["losses/regression/mse"], [noted])
    assert torch.__version__.startswith(releases[0])
    assert date == noted["date"]
    lacking = recorded.releases(["devices/pinned_memory"], [noted])
    assert not lacking or torch.cuda.is_available()
