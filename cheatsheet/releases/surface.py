"""The public names of the torch and torchvision that are installed, with their signatures.

griffe reads the file in which a name is defined, and the stubs for what is written in C++; which
names are public, and where they are defined, is asked of the running library.
"""

from __future__ import annotations

import contextlib
import inspect
import json
import multiprocessing
import os
import sys
import warnings
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import griffe

from cheatsheet.names.public import is_ours, listed_in, owner_of

#: The modules whose public names are compared, as the documentation of the two libraries has them.
MODULES = (
    *("torch", "torch.Tensor", "torch.accelerator", "torch.amp", "torch.autograd"),
    *("torch.autograd.functional", "torch.autograd.graph", "torch.autograd.profiler"),
    *("torch.backends.cuda", "torch.backends.cudnn", "torch.compiler", "torch.cuda"),
    *("torch.distributed", "torch.distributed.checkpoint", "torch.distributed.device_mesh"),
    *("torch.distributed.fsdp", "torch.distributed.tensor", "torch.distributions", "torch.export"),
    *("torch.fft", "torch.func", "torch.futures", "torch.fx", "torch.hub", "torch.jit"),
    *("torch.library", "torch.linalg", "torch.masked", "torch.monitor", "torch.mps"),
    *("torch.multiprocessing", "torch.nested", "torch.nn", "torch.nn.attention"),
    *("torch.nn.attention.flex_attention", "torch.nn.functional", "torch.nn.init"),
    *("torch.nn.parallel", "torch.nn.utils", "torch.nn.utils.parametrizations"),
    *("torch.nn.utils.parametrize", "torch.nn.utils.prune", "torch.nn.utils.rnn", "torch.onnx"),
    *("torch.optim", "torch.optim.lr_scheduler", "torch.optim.swa_utils", "torch.overrides"),
    *("torch.package", "torch.profiler", "torch.random", "torch.serialization", "torch.signal"),
    *("torch.signal.windows", "torch.sparse", "torch.special", "torch.testing", "torch.utils"),
    *("torch.utils.benchmark", "torch.utils.checkpoint", "torch.utils.data", "torch.utils.dlpack"),
    *("torch.utils.tensorboard", "torch.xpu"),
    *("torchvision.datasets", "torchvision.io", "torchvision.models"),
    *("torchvision.models.detection", "torchvision.models.segmentation"),
    *("torchvision.models.video", "torchvision.ops", "torchvision.transforms"),
    *("torchvision.transforms.functional", "torchvision.transforms.v2"),
    *("torchvision.transforms.v2.functional", "torchvision.tv_tensors", "torchvision.utils"),
)

#: Seconds that a call without arguments may take.
_CALL_LIMIT = 20.0


@dataclass
class Surface:
    """What a release offers.

    Attributes:
        torch: The version of torch.
        torchvision: The version of torchvision.
        names: By public name, its signatures: by parameter its default, or None without one. No
            signature where nothing says it.
        deprecated: By public name, the warning that a call of it gives, or that its source has.
    """

    torch: str
    torchvision: str
    names: dict[str, list[dict[str, str | None]]] = field(default_factory=dict)
    deprecated: dict[str, str] = field(default_factory=dict)


def installed() -> Surface:
    """Read the libraries that are installed."""
    import torch
    import torchvision

    surface = Surface(torch.__version__, torchvision.__version__)
    suspects = []
    for name, value in public_names():
        surface.names[name] = _signatures(name, value)
        definition = _definition(value)
        if definition is not None and "deprecat" in _source(definition).lower():
            suspects.append(name)
    surface.deprecated = dict(_deprecations(suspects))
    return surface


def write(path: Path) -> Surface:
    """Read the libraries that are installed, and write what they offer as JSON."""
    surface = installed()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(asdict(surface), indent=1, sort_keys=True) + "\n")
    return surface


def read(path: Path) -> Surface:
    """Read what `write` wrote."""
    return Surface(**json.loads(path.read_text()))


# What is public


def public_names() -> Iterator[tuple[str, Any]]:
    """Yield the public names of the two libraries with what they are, each module in turn."""
    for module in MODULES:
        owner = owner_of(module)
        if owner is None:
            continue
        for name in listed_in(owner):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                value = getattr(owner, name, None)
                foreign = isinstance(value, ModuleType) or not is_ours(value)
            if not foreign:
                yield f"{module}.{name}", value


# Signatures


def _definition(value: Any) -> griffe.Object | None:
    """Return the definition of a function or class, as griffe reads it in its file."""
    value = inspect.unwrap(value)
    module = sys.modules.get(getattr(value, "__module__", None) or "")
    file = getattr(module, "__file__", None)
    if module is None or file is None or not file.endswith(".py"):
        return None
    found: Any = _visited(module.__name__, file)
    for part in getattr(value, "__qualname__", "").split("."):
        found = found.members.get(part) if found is not None and not found.is_alias else None
    return found if isinstance(found, (griffe.Function, griffe.Class)) else None


def _source(definition: griffe.Object) -> str:
    assert isinstance(definition.filepath, Path)
    decorators = getattr(definition, "decorators", [])
    first = min([definition.lineno or 1, *(d.lineno for d in decorators)])
    lines = definition.filepath.read_text(encoding="utf-8").splitlines()
    return "\n".join(lines[first - 1 : definition.endlineno])


@cache
def _visited(module: str, file: str) -> griffe.Module:
    path = Path(file)
    return griffe.visit(module, path, path.read_text(encoding="utf-8"))


def _signatures(name: str, value: Any) -> list[dict[str, str | None]]:
    """Return the signatures of a name: of its definition, else of the stubs.

    A docstring is no source: that of `torch.linalg.norm` names a parameter that it does not take.
    """
    made_by = _maker(value)
    definition = _definition(made_by) if made_by is not None else None
    if isinstance(definition, griffe.Function):
        return [_parameters(definition)]
    return [_parameters(stub) for stub in _stubs(name)]


def _maker(value: Any) -> Any:
    """Return a function itself, and of a class the `__init__` that it has or inherits."""
    if not isinstance(value, type):
        return value
    return next(
        (vars(base)["__init__"] for base in value.__mro__ if "__init__" in vars(base)), None
    )


def _stubs(name: str) -> list[griffe.Function]:
    """Return what the stubs say of a function or method that is written in C++."""
    import torch

    folder = Path(torch.__file__).parent / "_C"
    owner, _, last = name.rpartition(".")
    if owner == "torch.Tensor":
        tensor = _visited("torch._C", str(folder / "__init__.pyi")).members.get("TensorBase")
        found: Any = tensor
    elif owner == "torch":
        found = _visited("torch._C._VariableFunctions", str(folder / "_VariableFunctions.pyi"))
    else:
        return []
    if found is None:
        return []
    single = found.members.get(last)
    several = found.overloads.get(last, [])
    return list(several) or ([single] if isinstance(single, griffe.Function) else [])


def _parameters(function: griffe.Function) -> dict[str, str | None]:
    stars = {
        griffe.ParameterKind.var_positional: "*",
        griffe.ParameterKind.var_keyword: "**",
    }
    return {
        stars.get(p.kind, "") + p.name: None
        if p.default is None or p.kind in stars
        else str(p.default)
        for p in function.parameters
        if p.name not in ("self", "cls")
    }


# Deprecations


def _deprecations(suspects: list[str]) -> Iterator[tuple[str, str]]:
    """Call each suspect in a process of its own, and yield the warning that it gives."""
    context = multiprocessing.get_context("fork")
    for name in suspects:
        receiver, sender = context.Pipe(duplex=False)
        process = context.Process(target=_call, args=(name, sender))
        process.start()
        sender.close()
        try:
            said = receiver.recv() if receiver.poll(_CALL_LIMIT) else ""
        except EOFError:  # the call ended its process
            said = ""
        process.kill()
        process.join()
        if said:
            yield name, said


def _call(name: str, sender: Any) -> None:
    """Send the first deprecation that a call warns of: with nothing, a tensor, a layer."""
    import torch

    for descriptor in (1, 2):  # what the calls themselves say
        os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)
    module, _, last = name.rpartition(".")
    told: list[str] = []
    for arguments in ((), (torch.ones(2, 2),), (torch.nn.Linear(2, 2),)):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            with contextlib.suppress(BaseException):  # of the arguments that are missing
                getattr(owner_of(module), last)(*arguments)
        told += [f"{w.category.__name__}: {w.message}" for w in caught]
    told = [" ".join(text.split()) for text in told]
    sender.send(next((text for text in told if "deprecat" in text.lower()), ""))
