"""Official documentation pages of the names that an entry's code uses."""

from __future__ import annotations

import ast

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
    "torch.utils.tensorboard": "tensorboard.html#{name}",
    "torch.testing": "testing.html#{name}",
    "torch.distributions": "distributions.html#{name}",
    "torchvision": "generated/{name}.html",
}

#: Names that have no page of their own, and the page that describes them.
_SPECIAL = {
    "torch.device": "tensor_attributes.html#torch.device",
    "torch.dtype": "tensor_attributes.html#torch.dtype",
    "torch.Size": "size.html#torch.Size",
    "torch.Tensor": "tensors.html#torch.Tensor",
    "torch.Tensor.dtype": "tensor_attributes.html#torch.dtype",
    "torch.Tensor.device": "generated/torch.Tensor.device.html",
    "torch.Tensor.shape": "generated/torch.Tensor.shape.html",
}

_DTYPES = {
    "float16", "float32", "float64", "float", "double", "half", "bfloat16", "complex64",
    "complex128", "uint8", "int8", "int16", "int32", "int64", "long", "int", "short", "bool",
}  # fmt: skip

_MODULES = {
    "torch", "torch.nn", "torch.nn.functional", "torch.nn.init", "torch.linalg", "torch.cuda",
    "torch.accelerator", "torch.optim", "torch.utils", "torch.utils.data", "torchvision",
}  # fmt: skip

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
    if any(part.startswith("_") for part in parts) or name in _MODULES:
        return None
    if parts[:2] == ["torch", "Tensor"] and len(parts) > 3:
        return None
    if parts[:3] == ["torch", "nn", "modules"]:
        return None
    if parts[0] == "torch" and len(parts) == 2 and parts[1] in _DTYPES:
        return "torch.dtype"
    return name


def official_links(names: set[str]) -> list[tuple[str, str]]:
    """Return name and address of each documented name, in alphabetical order."""
    documented = sorted(filter(None, map(public_name, names)), key=str.lower)
    return [(name, _address(name)) for name in dict.fromkeys(documented)]


def _address(name: str) -> str:
    base = _VISION if name.startswith("torchvision") else _TORCH
    if name in _SPECIAL:
        return base + _SPECIAL[name]
    prefix = max((p for p in _PAGES if name.startswith(f"{p}.")), key=len)
    return base + _PAGES[prefix].format(name=name)
