"""Official documentation pages of the names that an entry's code uses."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cheatsheet.entry import Entry
from cheatsheet.names.spelled import public_name

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


def official_links(names: set[str]) -> list[tuple[str, str]]:
    """Return name and address of each documented name, in alphabetical order."""
    documented = sorted(filter(None, map(public_name, names)), key=str.lower)
    return [(name, address(name)) for name in dict.fromkeys(documented)]


def names_about(entry: Entry, names: Iterable[str]) -> list[str]:
    """Return those of the names that stand in the entry's heading or file name."""
    own = {_key(word) for word in re.findall(r"\w+", f"{entry.heading} {entry.path.stem}")}
    own |= {_without_dimensions(word) for word in own}
    keys = {name: _key(name.split(".")[-1]) for name in names}
    return [n for n, key in keys.items() if key in own or _without_dimensions(key) in own]


def _key(text: str) -> str:
    return text.replace("_", "").lower()


def _without_dimensions(key: str) -> str:
    return re.sub(r"(?<=[a-z])[123]d$", "", key)


def address(name: str) -> str:
    """Return the address of the page on which a name is documented."""
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
