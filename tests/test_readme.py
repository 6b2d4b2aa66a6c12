"""What the README and the home page say of the commands, of what is needed and of what there is."""

import re
import shutil
import subprocess
import tomllib

import pytest
from support import ENTRIES, cheatsheet, missing, says

from cheatsheet import catalog
from cheatsheet.catalog import ROOT
from cheatsheet.entry import LONGEST_PHRASE, EntryError, read_entry

README = (ROOT / "README.md").read_text(encoding="utf-8")
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


@says("README", "`TORCH_BACKEND=cpu make test` takes the small CPU wheels.")
def test_the_wheels_can_be_chosen(make):
    assert "--torch-backend cpu" in make("test", "TORCH_BACKEND=cpu")
    assert "--torch-backend" not in make("test")


@says("README", "`make site` builds into `site/`.")
def test_where_the_site_is_built(make):
    assert "mkdocs build" in make("site")
    assert "site_dir" not in (ROOT / "mkdocs.yml").read_text()  # MkDocs' own default is site/


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
    "The oldest pair that installs is 2.11 and 0.26; there the words of some messages differ.",
)
def test_the_oldest_pair():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert {"torch>=2.11", "torchvision>=0.26"} <= set(project["dependencies"])


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
    "README",
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

    named = set(re.findall(r"(?:^|`|\| )cheatsheet ([a-z]+)", README + HOME, re.MULTILINE))
    assert named
    assert named <= set(get_command(app).commands)
    goals = set(re.findall(r"\bmake ([a-z-]+)", README + HOME)) - {"and"}
    assert goals <= set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))


def test_every_path_named_is_there():
    for path in re.findall(r"`((?:cheatsheet|tests|snippets|results|docs)/[\w/.]+)`", README):
        assert (ROOT / path).exists(), path


@says(
    "README",
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
    "README",
    "The docstring's first line is `Heading: what it is for.`, and a recipe of more than 40 lines"
    " has a mark `# %% Name` above each section.",
)
@pytest.mark.parametrize("first", ["No colon", "Heading:", ": for nothing"])
def test_the_first_line_of_an_entry(first, tmp_path):
    with pytest.raises(EntryError, match=r"the first line is `Heading: what it is for\.`"):
        read_entry(tmp_path / "made.py", "made", f'r"""{first}"""\n')


@says(
    "README",
    "Add the file's name to `__all__` in the folder's `__init__.py`; that is its place on the"
    " page.",
)
def test_the_order_of_a_page():
    page = catalog.read_page(catalog.SNIPPETS / "losses" / "regression")
    assert [path.stem for path in page.entry_paths] == list(page.members)
