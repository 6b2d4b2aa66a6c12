"""Official documentation pages of the names that an entry's code uses."""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Iterable

from cheatsheet.entry import Entry

_TORCH = "https://docs.pytorch.org/docs/stable/"
_VISION = "https://docs.pytorch.org/vision/stable/"

#: Where a module's names are documented: on a page each, or as anchors of one page. The longest
#: prefix decides.
_PAGES = {
    "torch": "generated/{name}.html",
    "torch.nn.init": "nn.init.html#{name}",
    "torch.utils.data": "data.html#{name}",
    "torch.utils.dlpack": "dlpack.html#{name}",
    "torch.utils.checkpoint": "checkpoint.html#{name}",
    "torch.utils.tensorboard": "tensorboard.html#{name}",
    "torch.hub": "hub.html#{name}",
    "torch.testing": "testing.html#{name}",
    "torch.distributions": "distributions.html#{name}",
    "torchvision": "generated/{name}.html",
    "torchvision.models": "models/generated/{name}.html",
    "torchvision.models.detection": "models/generated/{name}.html",
    "torchvision.models.feature_extraction": "generated/{name}.html",
}

#: Classes whose methods have a page each; those of other classes are anchors of the class's page.
_METHOD_PAGES = ("torch.Tensor", "torch.optim.Optimizer", "torch.autograd.function.FunctionCtx")

#: Names that have no page of their own, and the page that describes them.
_SPECIAL = {
    "torch.device": "tensor_attributes.html#torch.device",
    "torch.dtype": "tensor_attributes.html#torch.dtype",
    "torch.Size": "size.html#torch.Size",
    "torch.Tensor": "tensors.html#torch.Tensor",
    **{f"torch.Tensor.{name}": f"tensors.html#torch.Tensor.{name}" for name in ("T", "mT", "H")},
    "torch.Tensor.dtype": "tensor_attributes.html#torch.dtype",
    "torch.Tensor.device": "generated/torch.Tensor.device.html",
    "torch.Tensor.shape": "generated/torch.Tensor.shape.html",
    **{
        f"torchvision.models.{name}": f"generated/torchvision.models.{name}.html"
        for name in ("list_models", "get_model", "get_model_builder", "get_weight")
    },
}

_DTYPES = {
    "float16", "float32", "float64", "float", "double", "half", "bfloat16", "complex64",
    "complex128", "uint8", "int8", "int16", "int32", "int64", "long", "int", "short", "bool",
}  # fmt: skip

_MODULES = {
    "torch", "torch.nn", "torch.nn.functional", "torch.nn.init", "torch.linalg", "torch.cuda",
    "torch.accelerator", "torch.optim", "torch.optim.lr_scheduler", "torch.utils",
    "torch.utils.data", "torch.func", "torch.autograd", "torch.hub", "torchvision",
    "torchvision.models", "torchvision.models.detection", "torchvision.datasets",
    "torchvision.transforms", "torchvision.transforms.v2", "torchvision.tv_tensors",
    "torchvision.transforms.v2.functional", "torch.optim.swa_utils", "torchvision.utils",
}  # fmt: skip

_UNDOCUMENTED = ("torch.nn.modules.", "torch.return_types.", "torch.utils.hooks.")

#: Implementation modules whose names are documented one level up.
_PUBLIC = {
    "torch._tensor.Tensor": "torch.Tensor",
    "torch._C.TensorBase": "torch.Tensor",
    "torch.nn.modules.module.Module": "torch.nn.Module",
    "torch.optim.optimizer.Optimizer": "torch.optim.Optimizer",
    "torch._C._nn": "torch.nn.functional",
    "torch._C._linalg": "torch.linalg",
    "torch._C.Generator": "torch.Generator",
    "torch.random": "torch",
    "torch.cuda.streams.Event": "torch.cuda.Event",
    "torch.utils.data.dataset": "torch.utils.data",
    "torch.utils.data.dataloader": "torch.utils.data",
    "torch.utils.data.sampler": "torch.utils.data",
    "torchvision.models.resnet": "torchvision.models",
    "torchvision.datasets.cifar": "torchvision.datasets",
}


def static_names(entry: Entry) -> set[str]:
    """Return the dotted torch and torchvision names that the code spells from its imports."""
    bound: dict[str, str] = {}
    for node in ast.walk(entry.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                bound[alias.asname or alias.name.split(".")[0]] = (
                    alias.name if alias.asname else alias.name.split(".")[0]
                )
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                bound[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    names = set()
    for node in ast.walk(entry.tree):
        parts: list[str] = []
        inner: ast.AST = node
        while isinstance(inner, ast.Attribute):
            parts.insert(0, inner.attr)
            inner = inner.value
        if isinstance(inner, ast.Name) and inner.id in bound and isinstance(node, ast.expr):
            names.add(".".join([bound[inner.id], *parts]))
    return {name for name in names if name.split(".")[0] in ("torch", "torchvision")}


def public_name(name: str) -> str | None:
    """Return the name under which `name` is documented, or None where it is not."""
    for internal, public in _PUBLIC.items():
        if name == internal or name.startswith(f"{internal}."):
            name = public + name[len(internal) :]
    parts = name.split(".")
    for part, following in itertools.pairwise(parts):  # torch.optim.sgd.SGD
        if part != following and part.replace("_", "") == following.lower():
            parts.remove(part)
            break
    for number, part in enumerate(parts):  # ResNet18_Weights.DEFAULT
        if part.endswith("_Weights"):
            parts = parts[: number + 1]
    name = ".".join(parts)
    if any(part.startswith("_") for part in parts) or name in _MODULES:
        return None
    if parts[:2] == ["torch", "Tensor"] and len(parts) > 3:
        return None
    if name.startswith(_UNDOCUMENTED):
        return None
    if name.startswith("torch.device."):
        return "torch.device"
    if parts[0] == "torch" and len(parts) == 2 and parts[1] in _DTYPES:
        return "torch.dtype"
    return name


def official_links(names: set[str]) -> list[tuple[str, str]]:
    """Return name and address of each documented name, in alphabetical order."""
    documented = sorted(filter(None, map(public_name, names)), key=str.lower)
    return [(name, _address(name)) for name in dict.fromkeys(documented)]


def names_about(entry: Entry, names: Iterable[str]) -> list[str]:
    """Return those of the names that stand in the entry's heading or file name."""
    own = {_key(word) for word in re.findall(r"\w+", f"{entry.heading} {entry.path.stem}")}
    return [name for name in names if _key(name.split(".")[-1]) in own]


def _key(text: str) -> str:
    return text.replace("_", "").lower()


def _address(name: str) -> str:
    base = _VISION if name.startswith("torchvision") else _TORCH
    if name in _SPECIAL:
        return base + _SPECIAL[name]
    page, anchor = name, ""
    owner, _, member = name.rpartition(".")
    if member.endswith("_Weights"):
        page = f"{owner}.{member.removesuffix('_Weights').lower()}"
        anchor = f"#{name}"
    elif owner.rpartition(".")[2][:1].isupper() and owner not in _METHOD_PAGES:
        page, anchor = owner, f"#{name}"
    prefix = max((p for p in _PAGES if page.startswith(f"{p}.")), key=len)
    pattern = _PAGES[prefix]
    return base + (
        pattern.format(name=name) if "#" in pattern else pattern.format(name=page) + anchor
    )
