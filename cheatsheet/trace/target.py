"""What a reader names on the command line: a model, what it is made with, and its inputs."""

from __future__ import annotations

import ast
import difflib
import importlib
import importlib.util
import inspect
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

_FORM = "`module_or_file.py:Name`, such as net.py:Net or torchvision.models:resnet18"


class TargetError(Exception):
    """What was named is not there, or not what was expected."""


@dataclass(frozen=True)
class Target:
    """A model, or what makes one.

    Attributes:
        name: As the reader wrote it.
        make: A class, a function or a module.
        root: The folder of the reader's sources; frames elsewhere are those of libraries.
    """

    name: str
    make: Callable[..., Any]
    root: Path

    def is_own(self, file: str) -> bool:
        """Tell whether a source file is the reader's, not a library's below the same folder."""
        path = Path(file)
        return (
            self.root in path.parents and "site-packages" not in path.relative_to(self.root).parts
        )


@dataclass(frozen=True)
class Input:
    """The shape and the element type of an input."""

    shape: tuple[int, ...]
    dtype: torch.dtype


def find_target(name: str) -> Target:
    """Import what `module_or_file.py:Name` names.

    Raises:
        TargetError: It cannot be imported, or is nothing that makes a model.
    """
    where, colon, what = name.rpartition(":")
    if not (colon and where and what):
        raise TargetError(f"expected {_FORM}, got {name!r}")
    module = _import(where)
    if not hasattr(module, what):
        near = difflib.get_close_matches(what, vars(module), n=3)
        there = near or [key for key, value in vars(module).items() if _is_made_here(value, module)]
        hint = f"; there are: {', '.join(there)}" if there else ""
        raise TargetError(f"{where} has no {what!r}{hint}")
    made = getattr(module, what)
    if not callable(made):
        kind = type(made).__name__
        raise TargetError(f"{name} is a {kind}, expected a class, a function or a model")
    return Target(name, made, _root(module))


def _root(module: Any) -> Path:
    """Return the folder of the outermost package that a module belongs to, or its own."""
    top = sys.modules[module.__name__.partition(".")[0]]
    own = Path(inspect.getfile(module)).parent
    return Path(next(iter(getattr(top, "__path__", [own])))).resolve()


def _is_made_here(value: object, module: object) -> bool:
    return isinstance(value, type) and value.__module__ == getattr(module, "__name__", None)


def _import(where: str) -> Any:
    path = Path(where)
    is_file = where.endswith(".py")
    if is_file and not path.is_file():
        raise TargetError(f"there is no file {where}; expected {_FORM}")
    sys.path.insert(0, str((path.parent if is_file else Path()).resolve()))
    try:
        return _import_file(path) if is_file else importlib.import_module(where)
    except Exception as error:
        missing = isinstance(error, ModuleNotFoundError) and error.name in where.split(".")
        hint = f"; expected {_FORM}, with modules as `python -m` finds them" if missing else ""
        kind = type(error).__name__
        raise TargetError(f"{where} cannot be imported: {kind}: {error}{hint}") from error
    finally:
        del sys.path[0]


def _import_file(path: Path) -> Any:
    name = path.stem
    while name in sys.modules:  # a file called random.py takes no other's place
        name += "_"
    spec = importlib.util.spec_from_file_location(name, path.resolve())
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # where dataclasses and pickle look for it
    spec.loader.exec_module(module)
    return module


def read_arguments(target: Target, text: str) -> dict[str, Any]:
    """Read `num_classes=10, width=0.5` as Python does.

    Raises:
        TargetError: It is not a list of names with literal values, or not what the target takes.
    """
    if isinstance(target.make, torch.nn.Module):
        if text:
            raise TargetError(f"{target.name} is a model already, which takes no --kwargs")
        return {}
    try:
        call = ast.parse(f"f({text})", mode="eval").body
        assert isinstance(call, ast.Call)
        if call.args:
            raise ValueError("a value without a name")
        arguments = {str(given.arg): ast.literal_eval(given.value) for given in call.keywords}
    except (SyntaxError, ValueError) as error:
        raise TargetError(
            f"--kwargs {text!r}: expected names with literal values, such as "
            f"'num_classes=10, width=0.5': {error}"
        ) from None
    signature = inspect.signature(target.make)
    try:
        signature.bind(**arguments)
    except TypeError as error:
        raise TargetError(
            f"{target.name}{signature}: {error}. Give arguments with --kwargs 'name=value, …'"
        ) from None
    return arguments


def read_inputs(shapes: list[str], dtypes: list[str]) -> list[Input]:
    """Read `1,3,224,224` and the element types; those that are not named are float32.

    Raises:
        TargetError: A shape or a type cannot be read.
    """
    if len(dtypes) > len(shapes):
        raise TargetError(f"{len(dtypes)} times --dtype for {len(shapes)} times --input")
    return [
        Input(_shape(text), _dtype(name))
        for text, name in zip(
            shapes, [*dtypes, *["float32"] * (len(shapes) - len(dtypes))], strict=True
        )
    ]


def _shape(text: str) -> tuple[int, ...]:
    if not re.fullmatch(r"\(?\s*\d+(\s*,\s*\d+)*\s*,?\s*\)?", text):
        raise TargetError(f"--input {text!r}: expected sizes such as 1,3,224,224")
    return tuple(map(int, re.findall(r"\d+", text)))


def _dtype(name: str) -> torch.dtype:
    dtype = getattr(torch, name.removeprefix("torch."), None)
    if not isinstance(dtype, torch.dtype):
        raise TargetError(f"--dtype {name!r}: expected a type of torch, such as float32 or int64")
    return dtype
