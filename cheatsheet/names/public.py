"""What a module or a class of torch and torchvision makes public."""

from __future__ import annotations

import importlib
from typing import Any


def owner_of(module: str) -> Any:
    """Return a module or class by its name; None in a release that has none."""
    parent, _, name = module.rpartition(".")
    try:
        return importlib.import_module(module)
    except ImportError:
        return getattr(importlib.import_module(parent), name, None)


def listed_in(owner: Any) -> list[str]:
    """Return the public names of a module or class: of `__all__`, where it has one."""
    names = getattr(owner, "__all__", None) or [n for n in dir(owner) if not n.startswith("_")]
    return sorted(name for name in set(names) if not name.startswith("_"))


def is_ours(value: Any) -> bool:
    """Tell whether something can be called and was not imported from another library."""
    home = getattr(value, "__module__", None) or "torch"  # a method in C++ names no module
    return callable(value) and home.startswith(("torch", "builtins"))
