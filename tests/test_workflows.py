"""The workflows for GitHub run what runs here: `make` with one of its targets, or `.ci/run`."""

import re
import shlex
import shutil
import subprocess
import tomllib

import pytest
import yaml
from support import says

from cheatsheet.catalog import ROOT

WORKFLOWS = {
    path.stem: path.read_text() for path in sorted((ROOT / ".github" / "workflows").glob("*.yml"))
}
STEPS = [
    (name, job, step)
    for name, text in WORKFLOWS.items()
    for job, described in yaml.safe_load(text)["jobs"].items()
    for step in described["steps"]
]
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))


def commands(workflow, job=None):
    return [
        step["run"]
        for name, of_job, step in STEPS
        if name == workflow and job in (None, of_job) and "run" in step
    ]


@says(
    "CONTRIBUTING",
    "Each step of the workflows in `.github/workflows/` is a command that runs here as well.",
)
@pytest.mark.parametrize("command", sorted({step["run"] for _, _, step in STEPS if "run" in step}))
def test_each_step_is_a_command_that_runs_here(command):
    if command == ".ci/run":
        assert (ROOT / command).stat().st_mode & 0o100
    else:
        make, *words = shlex.split(command)
        goals = [word for word in words if not re.fullmatch(r"[A-Z_]+=\S+", word)]
        assert make == "make"
        assert goals
        assert set(goals) <= TARGETS


def test_each_action_has_a_version():
    used = [step["uses"] for _, _, step in STEPS if "uses" in step]
    assert used
    assert [u for u in used if not re.fullmatch(r"actions/[a-z-]+@v\d+(\.\d+)*", u)] == []
    assert all(len({"run", "uses"} & step.keys()) == 1 for _, _, step in STEPS)


@says(
    "CONTRIBUTING",
    "tests, on Linux | everything, and what is missing is a failure | `.ci/run`",
    "tests, on macOS | everything but the tests that need a browser | `make test`",
    "tests, on Windows | ruff and mypy; the reader of entries and sentences | `make lint`,"
    " `make sentences`",
    "nightly | the entries on the nightly torch; fails with the names of those that differ |"
    " `make nightly NIGHTLY_INDEX=…`",
    "releases | the entries on the oldest and on the newest release | `make verify TORCH=2.11.0`,"
    " `make verify TORCH=2.15.0`",
    "releases | the tests of the site page by page, and training seed by seed, where"
    " `make test` takes some | `make every-page`",
    "publish | the site with its downloads, and the addresses of where it is published |"
    " `SITE_URL=… REPOSITORY=… make downloads`",
    "publish | the notebooks, to the branch that Colab opens | `make push-notebooks`",
)
def test_what_the_workflows_run():
    jobs = yaml.safe_load(WORKFLOWS["tests"])["jobs"]
    assert commands("tests", "linux") == [".ci/run"]
    assert "export CI=true" in (ROOT / ".ci" / "run").read_text()
    assert commands("tests", "macos") == ["make test"]
    assert jobs["macos"]["env"]["CI"] == "false"  # what is missing skips
    assert commands("tests", "windows") == [
        "make lint PYTHON=python", "make sentences PYTHON=python"
    ]  # fmt: skip
    assert commands("nightly") == ["make nightly"]
    assert "cheatsheet changes" in (ROOT / "Makefile").read_text()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    (oldest,) = [d.partition(">=")[2] for d in project["dependencies"] if d.startswith("torch>=")]
    pins = (ROOT / "constraints.txt").read_text()
    newest = re.search(r"^torch==(\S+)", pins, re.MULTILINE)[1]
    assert commands("releases") == [
        f"make verify TORCH={oldest}.0", f"make verify TORCH={newest}", "make every-page"
    ]  # fmt: skip
    assert (
        "pytest tests/site tests/export tests/test_bounds.py --every-page"
        in (ROOT / "Makefile").read_text()
    )
    assert commands("publish") == ["make downloads", "make push-notebooks"]
    site, _ = [step for name, _, step in STEPS if name == "publish" and "run" in step]
    assert set(site["env"]) == {"SITE_URL", "REPOSITORY"}
    configured = (ROOT / "mkdocs.yml").read_text()
    assert all(f"!ENV [{name}, " in configured for name in site["env"])


def test_the_branch_of_the_notebooks_holds_them_and_nothing_else(tmp_path):
    """What is pushed is what git ignores, and what git knows is as it was."""
    here = tmp_path / "here"
    (here / "docs" / "losses").mkdir(parents=True)
    (here / "docs" / "losses" / "index.md").write_text("a page")
    (here / "docs" / "losses" / "index.ipynb").write_text("{}")
    shutil.copy(ROOT / "Makefile", here)
    (here / ".gitignore").write_text("*.ipynb\n.cache\n.venv\n")
    for name in ("pyproject.toml", "constraints.txt", ".venv/bin/cheatsheet", ".venv/installed"):
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text("#!/bin/sh\nmkdir -p .cache\n")
        (here / name).chmod(0o755)

    def git(*arguments, cwd=here):
        command = ["git", "-c", "user.name=me", "-c", "user.email=me", *arguments]
        return subprocess.run(command, cwd=cwd, check=True, capture_output=True, text=True).stdout

    git("init", "-q", "--bare", str(tmp_path / "there"))
    git("init", "-q")
    git("add", "-A")
    git("commit", "-q", "-m", "all")
    before = git("log", "--all") + git("ls-files")
    for _ in range(2):  # the second time there is a branch already
        push = ["make", "push-notebooks", f"REMOTE={tmp_path / 'there'}"]
        subprocess.run(push, cwd=here, check=True, capture_output=True)
    files = git("ls-tree", "-r", "--name-only", "notebooks", cwd=tmp_path / "there")
    assert files == "losses/index.ipynb\n"
    assert git("log", "--all") + git("ls-files") == before
    assert git("status", "--porcelain") == ""


def test_no_address_stands_in_a_workflow():
    """Addresses come from variables of the repository and of the run."""
    for text in (*WORKFLOWS.values(), (ROOT / ".pre-commit-config.yaml").read_text()):
        assert "://" not in text
        assert str(ROOT) not in text


def test_python_of_the_workflows_is_one_that_is_supported():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    least = tuple(map(int, project["requires-python"].removeprefix(">=").split(".")))
    for _, _, step in STEPS:
        if "setup-python" in step.get("uses", ""):
            assert tuple(map(int, step["with"]["python-version"].split("."))) >= least


@says(
    "CONTRIBUTING",
    "For the hooks of `.pre-commit-config.yaml`, install pre-commit and run `pre-commit install`:"
    " they lint, and account for the sentences of the snippets that changed.",
)
def test_the_hooks_are_commands_of_this_checkout():
    (repository,) = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text())["repos"]
    assert repository["repo"] == "local"
    hooks = {hook["id"]: hook for hook in repository["hooks"]}
    assert all(hook["language"] == "system" for hook in hooks.values())
    assert [hook["entry"].removeprefix(".venv/bin/") for hook in hooks.values()] == [
        "ruff check", "ruff format --check", "cheatsheet sentences"
    ]  # fmt: skip
    files = re.compile(hooks["sentences"]["files"])
    assert files.search("snippets/losses/__init__.py")
    assert files.search("snippets/losses/regression/huber.py")
    assert not files.search("snippets/__init__.py")
    assert not files.search("tests/test_new.py")
