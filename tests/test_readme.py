"""What README, CONTRIBUTING and the home page say of commands, of what is needed and there."""

import re
import shutil
import subprocess
import sys
import tomllib

import pytest
import torch
from support import ENTRIES, cheatsheet, missing, says, spared

from cheatsheet import catalog
from cheatsheet.catalog import ROOT
from cheatsheet.check import recorded
from cheatsheet.entry import LONGEST_PHRASE, EntryError, read_entry

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
HOME = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")


@pytest.fixture
def make(tmp_path):
    """Return what `make -n` would run in a folder where nothing is installed yet."""
    if not shutil.which("make"):
        missing("no make")
    for name in ("Makefile", "pyproject.toml", "constraints.txt"):
        shutil.copy(ROOT / name, tmp_path)

    def run(*arguments):
        command = ["make", "-n", *arguments]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
        return done.stdout

    return run


@says("README", "The first run installs torch, which is large; later runs install nothing.")
@pytest.mark.parametrize("goal", ["serve", "test", "site", "bench"])
def test_only_the_first_run_installs(goal, make, tmp_path):
    assert "uv pip install" in make(goal)
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "installed").touch()
    assert "install" not in make(goal)


@says(
    "README",
    "An entry that the record of your torch in `results/claims` has word for word held there: "
    "`make test` runs every eighth of these, and `make test ALL=1` all, which is what CI does.",
)
@pytest.mark.parametrize(("variables", "spares"), [([], True), (["ALL=1"], False)])
def test_what_make_test_leaves_out(variables, spares, make, monkeypatch):
    for ci in ("", "true"):
        monkeypatch.setenv("CI", ci)
        assert ("pytest --spare-recorded" in make("test", *variables)) is (spares and not ci)


def test_an_entry_is_left_out_as_long_as_its_record_is_of_its_text(tmp_path, monkeypatch):
    monkeypatch.setattr(recorded, "RESULTS", tmp_path)
    assert not spared()
    rows = {e.name: {"is": "hold", "digest": recorded.digest(e.source)} for e in ENTRIES}
    first, failing, reworded = (entry.name for entry in ENTRIES[1:4])
    rows[failing]["is"] = "fail"
    rows[reworded]["digest"] = "another"
    recorded.write(tmp_path / "made-cpu.json", {"torch": torch.__version__, "entries": rows})
    assert first in spared()
    assert not spared() & {failing, reworded}
    known = len(ENTRIES) - 2
    assert len(spared()) == known - (known + 7) // 8
    recorded.write(tmp_path / "made-cpu.json", {"torch": "1.0.0", "entries": rows})
    assert not spared()


@says("README", "`TORCH_BACKEND=cpu make test` takes the small CPU wheels.")
def test_the_wheels_can_be_chosen(make):
    assert "--torch-backend cpu" in make("test", "TORCH_BACKEND=cpu")
    assert "--torch-backend" not in make("test")


@says("CONTRIBUTING", "`make test` sets up `.venv`; the commands below are in `.venv/bin`.")
def test_where_the_commands_are(make):
    assert " -m venv .venv" in make("test")
    assert "\n.venv/bin/cheatsheet prepare" in make("test")


@says(
    "CONTRIBUTING",
    "`make fast` before the commit: lint, the rules of the house, the sentences, and a check of"
    " the entries that git says have changed.",
)
def test_what_runs_before_a_commit(make, tmp_path):
    done = make("fast")
    for part in ("ruff check", "mypy", "tests/test_structure.py tests/test_sentences.py"):
        assert part in done
    assert "cheatsheet check" not in done
    (tmp_path / "snippets").mkdir()
    for name in ("changed", "same", "gone", "__init__"):
        (tmp_path / "snippets" / f"{name}.py").write_text("x = 1\n")
    git = ["git", "-c", "user.name=me", "-c", "user.email=me"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "all"]):
        subprocess.run([*git, *command], cwd=tmp_path, check=True)
    for name in ("changed", "new", "__init__"):
        (tmp_path / "snippets" / f"{name}.py").write_text("x = 2\n")
    (tmp_path / "snippets" / "gone.py").unlink()
    assert "cheatsheet check snippets/changed.py snippets/new.py\n" in make("fast")


@says(
    "README",
    "On another release, in the environment `.venv-2.13.0`, with a record in `results/claims/`:",
)
def test_another_release_has_an_environment_of_its_own(make):
    lines = make("verify", "TORCH=2.13.0").replace("\\\n", "").splitlines()
    assert not [line for line in lines if ".venv/" in line]
    assert [line for line in lines if " torch==2.13.0 torchvision || " in line]
    assert ".venv-2.13.0/bin/cheatsheet check --record" in lines
    assert recorded.RESULTS == ROOT / "results" / "claims"
    done = subprocess.run(["make", "verify"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 2
    assert "TORCH is not set" in done.stdout


@says(
    "CONTRIBUTING",
    "`make nightly` takes torch from the package index at `NIGHTLY_INDEX`, into `.venv-nightly`,"
    " and from nowhere else; on GitHub the address is the repository's variable of that name.",
)
def test_where_the_nightly_torch_comes_from(make, monkeypatch):
    monkeypatch.delenv("NIGHTLY_INDEX", raising=False)
    lines = make("nightly", "NIGHTLY_INDEX=here").replace("\\\n", "").splitlines()
    (torch,) = [line for line in lines if " torch torchvision" in line]
    assert "--default-index here" in torch  # of uv: in place of its own index
    assert not [line for line in lines if ".venv/" in line]
    assert "--override .venv-nightly/torch.txt" in make("nightly", "NIGHTLY_INDEX=here")
    workflow = (ROOT / ".github" / "workflows" / "nightly.yml").read_text()
    assert "NIGHTLY_INDEX: ${{ vars.NIGHTLY_INDEX }}" in workflow
    done = subprocess.run(["make", "nightly"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 2
    assert "NIGHTLY_INDEX is not set" in done.stdout


#: A command in a Python that has what Windows has: processes that start anew, and no `resource`.
WINDOWS = """
import multiprocessing.context, sys
for name in ("fcntl", "grp", "pwd", "resource", "termios"):
    sys.modules[name] = None
contexts = multiprocessing.context._concrete_contexts
for method in [*contexts]:
    if method != "spawn":
        del contexts[method]
from cheatsheet.cli import app
app(sys.argv[1:])
"""


@says(
    "README",
    "On Windows, which has not been tried, no process forks: there `cheatsheet list`, `show`,"
    " `new` and `sentences`, which read files, are left, and each entry as a script.",
)
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["list", "losses/regression"], 0, "losses/regression/huber"),
        (["show", "huber"], 0, "nn.HuberLoss"),
        (["sentences", "losses/regression"], 0, "facts"),
        (["new", "losses/regression/huber"], 2, "'huber' is there"),
        (["run", "huber"], 2, "forked, which this system has not"),
        (["check", "huber"], 2, "forked, which this system has not"),
    ],
)
def test_what_is_left_without_forks(arguments, code, said):
    command = [sys.executable, "-c", WINDOWS, *arguments]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == code, done.stderr
    assert said in " ".join((done.stdout + done.stderr).split())


@says("README", "`make wheel` builds the wheel into `dist/`.")
def test_where_the_wheel_is_built(make):
    assert "uv build --quiet --wheel" in make("wheel")
    assert "--out-dir dist" in make("wheel")


@says("README", "`make site` builds into `site/`.")
def test_where_the_site_is_built(make):
    assert "mkdocs build" in make("site")
    assert "site_dir" not in (ROOT / "mkdocs.yml").read_text()  # MkDocs' own default is site/


@says("README", "Everything is run on Python 3.11.")
def test_python_of_the_records():
    assert {run["python"].rpartition(".")[0] for run in recorded.runs()} == {"3.11"}


@says(
    "README",
    "You need Python 3.11 or newer, make, and a system that forks processes: Linux, where"
    " this has been run, or macOS, where it has not been tried.",
)
def test_what_is_needed():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["requires-python"] == ">=3.11"
    assert "(3, 11)" in (ROOT / "Makefile").read_text()
    source = (ROOT / "cheatsheet" / "check" / "runner.py").read_text()
    assert "forkserver" in source


@says(
    "README",
    "The browser tests need Chromium (`apt-get install chromium`); without it they skip by name.",
)
def test_what_is_missing_is_skipped_by_name_but_not_in_ci(monkeypatch):
    monkeypatch.setenv("CI", "")
    with pytest.raises(pytest.skip.Exception, match="no Chromium"):
        missing("no Chromium")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no Chromium"):
        missing("no Chromium")


@says(
    "CONTRIBUTING",
    "`cheatsheet sentences` counts, `cheatsheet sentences --draft` prints lines for the list, and"
    " `pytest --falsehoods` turns round what each sentence is about and sees its test fail.",
)
@pytest.mark.parametrize("owner", ["losses/regression/huber", "tensors/reshape"])
def test_sentences_are_counted(owner):
    done = cheatsheet("sentences", owner)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r"\d+ facts, \d+ held; \d+ advice", done.stdout)
    assert cheatsheet("sentences", owner, "--draft").stdout == ""
    assert cheatsheet("sentences", "no/such/page").returncode == 2


def test_every_command_named_is_one():
    from typer.main import get_command

    from cheatsheet.cli import app

    written = README + CONTRIBUTING + HOME
    named = set(re.findall(r"(?:^|`|\| )cheatsheet ([a-z]+)", written, re.MULTILINE))
    assert named
    assert named <= set(get_command(app).commands)
    goals = set(re.findall(r"\bmake ([a-z-]+)", written)) - {"and"}
    assert goals <= set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))


def test_every_path_named_is_there():
    for path in re.findall(
        r"`((?:cheatsheet|tests|snippets|results|docs)/[\w/.]+)`", README + CONTRIBUTING
    ):
        assert (ROOT / path).exists(), path


@says(
    "CONTRIBUTING",
    "The docstring's first line is `Heading: what it is for.`, and a recipe of more than "
    "40 lines has a mark `# %% Name` above each section.",
    "End the docstring with `Asked as:`, at least five phrases set apart by `;`: what people type"
    " who want this entry and do not know its name.",
)
def test_rules_of_an_entry():
    assert all(len(entry.asked) >= 5 for entry in ENTRIES)
    assert max(len(phrase) for entry in ENTRIES for phrase in entry.asked) <= LONGEST_PHRASE
    long = [entry for entry in ENTRIES if len(entry.pasted.splitlines()) > 60]
    assert [entry.name for entry in long if len(entry.sections) < 2] == []


@says(
    "CONTRIBUTING",
    "The docstring's first line is `Heading: what it is for.`, and a recipe of more than 40 lines"
    " has a mark `# %% Name` above each section.",
)
@pytest.mark.parametrize("first", ["No colon", "Heading:", ": for nothing"])
def test_the_first_line_of_an_entry(first, tmp_path):
    with pytest.raises(EntryError, match=r"the first line is `Heading: what it is for\.`"):
        read_entry(tmp_path / "made.py", "made", f'r"""{first}"""\n')


@says(
    "CONTRIBUTING",
    "The order of `__all__` is that of the page: `--after huber` chooses the place, `--heading`"
    " and `--summary` choose the first line.",
)
def test_the_order_of_a_page():
    page = catalog.read_page(catalog.SNIPPETS / "losses" / "regression")
    assert [path.stem for path in page.entry_paths] == list(page.members)


@says("CONTRIBUTING", "`# <-` stands behind the line that one comes for.")
def test_where_the_mark_stands(tmp_path):
    source = 'r"""A: b."""\n\nx = 1\n{}\nprint(x)  # <-\n'
    entry = read_entry(tmp_path / "made.py", "made", source.format("y = 2"))
    assert (entry.call.line, entry.call.text) == (5, "x")
    for more in ("y = 2  # <-", "# <-"):
        with pytest.raises(EntryError, match=r"one `# <-` stands behind the statement"):
            read_entry(tmp_path / "made.py", "made", source.format(more))
