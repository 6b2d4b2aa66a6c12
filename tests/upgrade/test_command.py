"""The command: files whole or not at all, exit codes, forms of output, notebooks."""

import ast
import json
import os
import subprocess
import sys

import nbformat
import pytest
from pairs import PAIRS
from support import says
from typer.testing import CliRunner

from cheatsheet.catalog import ROOT
from cheatsheet.cli import app
from cheatsheet.upgrade import files
from cheatsheet.upgrade.rules import RULES

OLD = "import torch\nimport torch.nn.functional as F\n\ny = F.sigmoid(torch.zeros(2))\n"
NEW = OLD.replace("F.sigmoid", "torch.sigmoid")
CLEAN = "import torch\n\nprint(torch.zeros(2))\n"


def upgrade(*arguments, text=None):
    return CliRunner().invoke(app, ["upgrade", *map(str, arguments)], input=text)


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "old.py"
    path.write_text(OLD)
    return path


@says(
    "README",
    "The exit code is 1 where something is found, and 2 where a file cannot be read.",
)
def test_exit_codes(old, tmp_path):
    clean = tmp_path / "clean.py"
    clean.write_text(CLEAN)
    broken = tmp_path / "broken.py"
    broken.write_text("print 'a'\n")
    assert upgrade(clean).exit_code == 0
    assert upgrade(old).exit_code == 1
    assert upgrade(broken).exit_code == 2
    assert upgrade(old, broken).exit_code == 2
    assert upgrade().exit_code == 2
    assert upgrade(tmp_path / "missing.py").exit_code == 2
    assert upgrade(old, "--select", "no-such-rule").exit_code == 2
    assert upgrade(old, "--target", "newest").exit_code == 2
    assert upgrade(old, "--fix").exit_code == 0
    assert upgrade(old).exit_code == 0


def test_a_report_has_line_reason_new_spelling_and_entry(tmp_path):
    path = tmp_path / "old.py"
    path.write_text(PAIRS["size-average"].before)
    line = upgrade(path).stdout.splitlines()[0]
    assert line.startswith(f"{path}:6:7: size-average: deprecated: ")
    assert 'reduction="sum"' in line
    assert "cheatsheet show losses/options/reduction" in line


@says("README", "A file that does not parse is left alone and named.")
@pytest.mark.parametrize("data", [
    b"print 'a'\nimport torch\ntorch.qr(x)\n",
    b"exec 'a'\n",
    b"def f(:\n",
    b"# coding: nowhere\n",
    b"import torch\nx = '\xff'\n",
    b"\x00",
    b"x = " + b"(" * 400 + b")" * 400 + b"\n",
])  # fmt: skip
def test_a_file_that_does_not_parse_is_left_alone_and_named(data, tmp_path):
    path = tmp_path / "broken.py"
    path.write_bytes(data)
    result = upgrade(path, "--unsafe")
    assert result.exit_code == 2
    assert str(path) in result.stderr
    assert path.read_bytes() == data


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(("head", "encoding"), [
    ("", "utf-8"),
    ("", "utf-8-sig"),
    ("# -*- coding: latin-1 -*-\n", "latin-1"),
    ("# coding: cp1252\n", "cp1252"),
])  # fmt: skip
def test_encoding_line_endings_and_mode_are_kept(newline, head, encoding, tmp_path):
    path = tmp_path / "old.py"
    text = (head + OLD + "# été\n").replace("\n", newline)
    path.write_bytes(text.encode(encoding))
    path.chmod(0o754)
    assert upgrade(path, "--fix").exit_code == 0
    assert path.read_bytes() == text.replace("F.sigmoid", "torch.sigmoid").encode(encoding)
    assert path.stat().st_mode & 0o777 == 0o754
    assert [p.name for p in tmp_path.iterdir()] == ["old.py"]


def test_a_file_is_written_whole_or_not_at_all(old, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    result = upgrade(old, "--fix")
    assert result.exit_code == 2
    assert "No space left on device" in result.stderr
    assert old.read_text() == OLD
    assert [p.name for p in old.parent.iterdir()] == ["old.py"]


def test_a_link_stays_a_link(old, tmp_path):
    link = tmp_path / "link.py"
    link.symlink_to(old)
    upgrade(link, "--fix")
    assert link.is_symlink()
    assert old.read_text() == NEW


def test_nothing_is_written_without_fix(old):
    for options in ([], ["--diff"], ["--json"], ["--github"], ["--diff", "--unsafe"]):
        assert upgrade(old, *options).exit_code == 1
        assert old.read_text() == OLD


def test_diff_is_a_patch(old):
    patch = upgrade(old, "--diff").stdout
    done = subprocess.run(
        ["patch", "-p0", "-o", "-", str(old)], input=patch, capture_output=True, text=True
    )
    assert done.stdout == NEW


def test_standard_input_goes_to_standard_output():
    assert upgrade("-", "--fix", text=OLD).stdout == NEW
    assert upgrade("-", "--fix", text=CLEAN).stdout == CLEAN
    report = upgrade("-", text=OLD)
    assert report.exit_code == 1
    assert report.stdout.startswith("-:4:5: functional-sigmoid")


def test_json_holds_all_of_a_finding(old):
    data = json.loads(upgrade(old, "--json").stdout)
    assert data["unusable"] == []
    assert data["findings"] == [{
        "path": str(old), "line": 4, "column": 5, "rule": "functional-sigmoid",
        "reason": RULES["functional-sigmoid"].reason, "new": "torch.sigmoid", "safety": "safe",
        "entry": "upgrades/modules/renamed_layers", "cell": 0, "fixed": False,
    }]  # fmt: skip


def test_annotations_of_github(old):
    (line,) = upgrade(old, "--github").stdout.splitlines()
    assert line == (
        f"::warning file={old},line=4,col=5,title=functional-sigmoid::an older spelling: "
        "torch.sigmoid"
    )


@says("README", "`--target 2.13` leaves out what a later torch made old.")
def test_select_ignore_and_target(old):
    old.write_text(OLD + "torch.ger(y, y)\ntorch.jit.script(y)\n")

    def rules(*options):
        found = json.loads(upgrade(old, "--json", *options).stdout)["findings"]
        return [finding["rule"] for finding in found]

    every = ["functional-sigmoid", "ger", "jit"]
    assert rules() == every
    assert rules("--select", "ger") == ["ger"]
    assert rules("--select", "ger,jit") == ["ger", "jit"]
    assert rules("--select", "ger", "--select", "jit") == ["ger", "jit"]
    assert rules("--ignore", "ger") == ["functional-sigmoid", "jit"]
    assert rules("--target", "2.13") == every
    assert rules("--target", "2.9") == ["functional-sigmoid", "ger"]
    assert rules("--target", "1.1") == ["functional-sigmoid"]


def test_rules_are_listed():
    listed = upgrade("--rules").stdout
    assert [line.split()[0] for line in listed.splitlines()] == list(RULES)


def test_folders_are_searched_but_not_what_is_installed_in_them(tmp_path):
    for name in ("a.py", "inner/b.py", ".venv/c.py", "env/d.py", "node_modules/e.py", "f.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(OLD)
    (tmp_path / "env" / "pyvenv.cfg").write_text("")
    found = [os.path.relpath(path, tmp_path) for path in files.expand([str(tmp_path)])]
    assert found == ["a.py", "inner/b.py"]


def test_many_files_are_read_by_several_processes_with_the_same_result(tmp_path):
    for number in range(40):
        (tmp_path / f"{number:02}.py").write_text(OLD if number % 2 else CLEAN)
    (tmp_path / "40.py").write_text("def")
    result = upgrade(tmp_path, "--fix")
    assert result.exit_code == 2
    assert all(
        (tmp_path / f"{n:02}.py").read_text() == (NEW if n % 2 else CLEAN) for n in range(40)
    )


def test_async_is_found_in_a_file_that_only_this_keeps_from_parsing(tmp_path):
    path = tmp_path / "old.py"
    text = "import torch\nx = torch.zeros(1).cuda(async=True); torch.ger(x, x)  # async=True\n"
    path.write_text(text)
    found = json.loads(upgrade(path, "--json").stdout)["findings"]
    assert [(f["rule"], f["column"]) for f in found] == [("async-argument", 5), ("ger", 38)]
    upgrade(path, "--fix", "--ignore", "async-argument")
    assert path.read_text() == text.replace("ger", "outer")
    upgrade(path, "--fix")
    assert path.read_text() == (
        "import torch\n"
        "x = torch.zeros(1).cuda(non_blocking=True); torch.outer(x, x)  # async=True\n"
    )
    ast.parse(path.read_text())


# --- notebooks ----------------------------------------------------------------------------------


@pytest.fixture
def notebook(tmp_path):
    output = nbformat.v4.new_output("stream", text="1e-05\n")
    cells = [
        nbformat.v4.new_markdown_cell("torch.ger"),
        nbformat.v4.new_code_cell(
            "%matplotlib inline\nimport torch\nfrom torch.autograd import Variable"
        ),
        nbformat.v4.new_code_cell("%%bash\nls torch.ger"),
        nbformat.v4.new_code_cell(
            "files = !ls  # torch.ger\nif True:\n    !pip install \\\n      x\n"
            "x = Variable(torch.ones(2))\n"
            "torch.ger?\n%timeit torch.ger(x, x)\ntorch.ger(x, x)",
            outputs=[output], execution_count=3, metadata={"tags": ["a"]},
        ),
        nbformat.v4.new_code_cell("print 'python 2'"),
        nbformat.v4.new_code_cell("x.ger(x); torch.ger(x, x)"),
    ]  # fmt: skip
    path = tmp_path / "old.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": {
        "name": "python3", "display_name": "Python 3", "language": "python"}}), path)  # fmt: skip
    return path


def test_a_notebook_is_reported_by_cell_and_line(notebook):
    found = json.loads(upgrade(notebook, "--json").stdout)["findings"]
    assert [(f["cell"], f["line"], f["rule"]) for f in found] == [
        (4, 5, "variable"), (4, 8, "ger"), (6, 1, "ger"),
    ]  # fmt: skip
    assert f"{notebook}:cell 4:5:5: variable" in upgrade(notebook).stdout
    assert "cell 4, line 5" in upgrade(notebook, "--github").stdout


def test_a_notebook_is_rewritten_and_the_rest_of_it_stays(notebook):
    before = nbformat.read(notebook, as_version=4)
    assert upgrade(notebook, "--fix").exit_code == 0
    after = nbformat.read(notebook, as_version=4)
    nbformat.validate(after)
    assert after.cells[1].source == "%matplotlib inline\nimport torch"
    assert after.cells[3].source == (
        "files = !ls  # torch.ger\nif True:\n    !pip install \\\n      x\nx = torch.ones(2)\n"
        "torch.ger?\n%timeit torch.ger(x, x)\ntorch.outer(x, x)"
    )
    assert after.cells[5].source == "x.ger(x); torch.outer(x, x)"
    for old, new in zip(before.cells, after.cells, strict=True):
        assert {k: v for k, v in old.items() if k != "source"} == {
            k: v for k, v in new.items() if k != "source"
        }
    assert before.metadata == after.metadata
    text = notebook.read_bytes()
    assert upgrade(notebook, "--fix").exit_code == 0
    assert notebook.read_bytes() == text


@pytest.mark.parametrize("text", ["", "{}", '{"nbformat": 3}', "[1]", '{"nbformat": 4}'])
def test_what_is_no_notebook_is_left_alone_and_named(text, tmp_path):
    path = tmp_path / "broken.ipynb"
    path.write_text(text)
    result = upgrade(path, "--fix")
    assert result.exit_code == 2
    assert str(path) in result.stderr
    assert path.read_text() == text


@says("README", "`.pre-commit-hooks.yaml` offers the command as a hook.")
def test_the_hook_runs_a_command_that_is_there():
    import yaml

    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert hook["entry"] == "cheatsheet upgrade"
    assert "upgrade" in {command.callback.__name__ for command in app.registered_commands}
    assert sys.version_info >= (3, 11)
