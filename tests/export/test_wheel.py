"""The wheel, built and used as by a new user: any folder, only what it depends on, no network."""

import json

import pytest
from support import ENTRIES, entry_named, says

from cheatsheet import catalog


def test_the_wheel_brings_the_entries_and_no_package_but_ours(contents):
    assert {name.split("/")[0] for name in contents if ".dist-info/" not in name} == {"cheatsheet"}
    files = {
        name.removeprefix("cheatsheet/content/snippets/").removesuffix(".py")
        for name in contents
        if name.startswith("cheatsheet/content/snippets/") and not name.endswith("__init__.py")
    }
    assert files == {entry.name for entry in ENTRIES}
    assert not [name for name in contents if "__pycache__" in name]


@says(
    "README",
    "It brings the entries and their index, and no package called `snippets` or `tests`.",
)
@pytest.mark.parametrize("name", ["snippets", "tests"])
def test_no_other_package_is_on_the_path(user, name):
    done = user("python", "-c", f"import importlib.util as u; print(u.find_spec({name!r}))")
    assert (done.stdout, done.stderr) == ("None\n", "")


def test_the_environment_is_that_of_a_new_user(user):
    """What only extras bring is not there, and no host is reached."""
    assert "No module named" in user("python", "-c", "import mkdocs").stderr
    code = "import socket; socket.create_connection(('127.0.0.1', 9))"
    assert "has no network" in user("python", "-c", code).stderr
    where = user("python", "-c", "import cheatsheet; print(cheatsheet.__file__)").stdout
    assert str(catalog.ROOT) not in where


@says(
    "README",
    "`cheatsheet find`, `show`, `list`, `explain` and `check` work from any folder, without a"
    " network.",
)
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["find", "add an axis"], "x.unsqueeze("),
        (["show", "huber"], "nn.HuberLoss(delta=2.0"),
        (["list", "losses"], "losses/regression/huber"),
        (["explain", "Target 3 is out of bounds."], "cross_entropy"),
        (["check", "huber", "mse"], "2 entries: 2 hold, 0 fail, 0 skipped"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else None,
)
def test_the_command_answers(user, arguments, said):
    done = user("cheatsheet", *arguments)
    assert (done.returncode, done.stderr.strip()) == (0, "")
    assert said in done.stdout


@pytest.mark.parametrize("command", ["new", "sentences", "prepare"])
def test_what_needs_a_checkout_says_so(user, command):
    done = user("cheatsheet", command, *(["a/b"] if command == "new" else []))
    assert done.returncode == 2
    assert "needs a checkout of the project" in done.stderr


def test_an_entry_for_a_program(user):
    entry = entry_named("losses/regression/huber")
    shown = json.loads(user("cheatsheet", "show", entry.name, "--json").stdout)
    assert (shown["code"], shown["pasted"]) == (entry.code, entry.pasted)
    assert [row["name"] for row in shown["shapes"]] == ["pred", "target", "each"]
    assert set(shown["checked"]) == {"torch", "date", "device"}
    listed = json.loads(user("cheatsheet", "list", "--json").stdout)
    assert [row["name"] for row in listed] == [entry.name for entry in ENTRIES]
