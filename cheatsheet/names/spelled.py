"""The names of torch and torchvision that code spells, and how they are documented."""

from __future__ import annotations

import ast
import itertools

from cheatsheet.entry import Entry

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
