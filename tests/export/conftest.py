"""What a new user has: an environment with the wheel in it, an empty folder, and no network."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from pathlib import Path

import pytest
from uv import find_uv_bin

from cheatsheet.catalog import ROOT
from cheatsheet.find import index

#: In the environment of the wheel: the libraries of this one, but for those that only extras
#: bring, and no way to another host.
SITE = """
import importlib.abc, sys

class Missing(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {missing!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

def refuse(event, arguments):
    if event == "socket.getaddrinfo" or (
        event == "socket.connect" and not isinstance(arguments[1], (str, bytes))
    ):
        raise PermissionError("a new user has no network: " + str(arguments))

sys.meta_path.insert(0, Missing())
sys.addaudithook(refuse)
sys.path.append({libraries!r})  # without its .pth files: one of them leads to the checkout
"""


def only_of_extras(*wanted: str) -> set[str]:
    """Return the modules of extras that are not among `wanted`, by their usual names."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    base = {_module(name) for name in project["dependencies"]}
    extras = project["optional-dependencies"]
    mine = {_module(name) for extra in wanted for name in extras[extra]}
    return {_module(name) for rows in extras.values() for name in rows} - base - mine - {"pillow"}


def _module(requirement: str) -> str:
    return requirement.partition(">")[0].replace("-", "_")


@pytest.fixture(scope="session")
def wheel(tmp_path_factory) -> Path:
    """Build the wheel as `make wheel` does, from what is installed already."""
    index.read()
    folder = tmp_path_factory.mktemp("dist")
    command = [find_uv_bin(), "build", "--wheel", "--no-build-isolation", "--offline", "--quiet"]
    subprocess.run(
        [*command, "--python", sys.executable, "--out-dir", str(folder)], cwd=ROOT, check=True
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def contents(wheel) -> set[str]:
    return set(zipfile.ZipFile(wheel).namelist())


@pytest.fixture(scope="session")
def fresh(wheel, tmp_path_factory) -> Path:
    """Make a fresh environment that has the wheel and one extra, and beside it an empty folder."""
    home = tmp_path_factory.mktemp("user")
    python = home / "venv" / "bin" / "python"
    uv = [find_uv_bin(), "--offline", "--quiet"]
    subprocess.run([*uv, "venv", "--python", sys.executable, str(home / "venv")], check=True)
    subprocess.run(
        [*uv, "pip", "install", "--no-deps", "--python", str(python), str(wheel)], check=True
    )
    (libraries,) = (home / "venv" / "lib").glob("*/site-packages")
    here = sysconfig.get_path("purelib")
    (libraries / "sitecustomize.py").write_text(
        SITE.format(libraries=here, missing=only_of_extras("mcp"))
    )
    (home / "empty").mkdir()
    return home


@pytest.fixture(scope="session")
def user(fresh):
    """Run a command of the fresh environment in the empty folder."""
    folder = fresh / "empty"

    def run(*arguments: str, **options) -> subprocess.CompletedProcess:
        command = [str(fresh / "venv" / "bin" / arguments[0]), *arguments[1:]]
        there = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
        done = subprocess.run(
            command, cwd=folder, env=there, capture_output=True, text=True, **options
        )
        assert not [*folder.iterdir()], "a command leaves nothing behind"
        return done

    return run
