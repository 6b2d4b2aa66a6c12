"""The callables that the installed torch and torchvision document, and their other forms.

Documented is what a module of the two libraries exports with a docstring and no rule leaves out.
What a name is another form of is read there too: `torch.clip` says "Alias for :func:`torch.clamp`",
`Tensor.abs_` "In-place version of :meth:`~Tensor.abs`", `F.kl_div` "See
:class:`~torch.nn.KLDivLoss`".
"""

from __future__ import annotations

import enum
import hashlib
import importlib.metadata
import inspect
import json
import re
import warnings
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from cheatsheet.catalog import ROOT
from cheatsheet.names.public import is_ours, listed_in, owner_of

_CACHE = ROOT / ".cache" / "documented.json"

#: The modules whose names are counted. A name stands in the first of them that defines it.
MODULES = (
    *("torch", "torch.Tensor", "torch.nn", "torch.nn.functional", "torch.nn.init"),
    *("torch.nn.utils", "torch.nn.utils.parametrizations", "torch.nn.utils.parametrize"),
    *("torch.nn.utils.prune", "torch.nn.utils.rnn", "torch.nn.utils.stateless"),
    *("torch.nn.utils.fusion", "torch.optim", "torch.optim.lr_scheduler", "torch.optim.swa_utils"),
    *("torch.utils.data", "torch.utils.data.distributed", "torch.linalg", "torch.fft"),
    *("torch.special", "torch.distributions", "torch.autograd", "torch.autograd.functional"),
    *("torch.func", "torch.amp", "torch.cuda", "torch.cuda.amp"),
    *("torchvision.transforms.v2", "torchvision.transforms.v2.functional", "torchvision.ops"),
    *("torchvision.utils", "torchvision.models", "torchvision.models.detection"),
    *("torchvision.models.segmentation", "torchvision.models.video"),
    *("torchvision.models.optical_flow", "torchvision.models.quantization"),
)

#: What a docstring says of a name that is the same operation, or the same idea as a layer.
_SAME = re.compile(
    r"(?:alias (?:for|of)|(?:in|out-of)-?place version of)\s+:\w+:`~?([\w.]+)(?:\(\))?`", re.I
)
_LIKE = re.compile(r"\bSee :(?:class|func):`~?([\w.]+)`")
_DEPRECATED = re.compile(
    r"(?:this (?:function|method|class)|torch\.\w+|`[^`]+`) is (?:now )?deprecated\b"
    r"|\bdeprecated in favou?r of|^\s*\[?deprecated",
    re.I | re.M,
)


@dataclass
class Library:
    """What the libraries document.

    Attributes:
        version: The versions of torch and torchvision.
        operations: By documented name, the name that stands for all forms of the operation.
        others: By public name that is not counted, the same: deprecated names, names without a
            docstring.
        kin: By name, those of the same idea in another form: a layer's function, a function's
            layer.
        deprecated: The public names whose docstring says that they are.
        left_out: How many names each rule leaves out, by the rule.
    """

    version: str
    operations: dict[str, str] = field(default_factory=dict)
    others: dict[str, str] = field(default_factory=dict)
    kin: dict[str, list[str]] = field(default_factory=dict)
    deprecated: list[str] = field(default_factory=list)
    left_out: dict[str, int] = field(default_factory=dict)

    def operation(self, name: str) -> str:
        """Return what stands for all forms of a name; of an unknown name, the name itself."""
        return self.operations.get(name) or self.others.get(name) or name

    @property
    def forms(self) -> dict[str, list[str]]:
        """By operation, its documented names."""
        found: dict[str, list[str]] = defaultdict(list)
        for name, operation in self.operations.items():
            found[operation].append(name)
        return found


def module_of(name: str) -> str:
    """Return the module of `MODULES` in which a name stands."""
    return max((m for m in MODULES if name.startswith(f"{m}.")), key=len)


def key(name: str) -> str:
    """Return the last part of a name without capitals and underscores: forms have it in common."""
    return name.rpartition(".")[2].replace("_", "").lower()


# Which names count

#: What nn.functional has beside its operations.
_HELPER = re.compile(r"torch_function|boolean_dispatch|with_indices$")

_OLD = "its docstring says that it is deprecated"

#: What is not counted, by the rule that leaves it out: of a name, what it is and its docstring.
RULES: dict[str, Callable[[str, Any, str], bool]] = {
    "it has no docstring": lambda name, value, doc: not doc,
    _OLD: lambda name, value, doc: bool(_DEPRECATED.search(doc[:600])),
    "it is for quantized tensors": lambda name, value, doc: bool(
        re.search(r"\.q_|quantiz|qscheme|int_repr", name, re.I)
    ),
    "it is an in-place function of torch, counted as the method": lambda name, value, doc: bool(
        re.fullmatch(r"torch\.\w+_", name)
    ),
    "it is the copying twin of a view, for compilers": lambda name, value, doc: bool(
        "output tensors are freshly created" in " ".join(doc.split())
    ),
    "it is an enumeration or an exception": lambda name, value, doc: (
        doc.startswith("Members:")
        or (isinstance(value, type) and issubclass(value, (enum.Enum, BaseException)))
    ),
    "it is part of the compiler: TorchScript, symbolic sizes": lambda name, value, doc: bool(
        re.search(r"\barg0\b|\bOverloaded function\b|torch\._C\.\w+\)", doc)
        or re.match(r"torch\.(?:sym_\w+|Sym\w+|Script\w+|unify_type_list|merge_type\w+)$", name)
    ),
    "it is no operation of nn.functional, or what return_indices calls": lambda name, value, doc: (
        name.startswith("torch.nn.functional.")
        and (isinstance(value, type) or bool(_HELPER.search(name)))
    ),
    "it is a class of torchvision.models, made by its builder": lambda name, value, doc: (
        name.startswith("torchvision.models") and isinstance(value, type)
    ),
}


def _public() -> Iterator[tuple[str, Any, str]]:
    """Yield each public callable once, with what it is and its docstring."""
    for module in MODULES:
        owner = owner_of(module)
        if owner is None:
            continue
        for last in listed_in(owner):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                value = getattr(owner, last, None)
            if inspect.ismodule(value) or not is_ours(value):
                continue
            doc = getattr(value, "__doc__", None)
            yield f"{module}.{last}", value, doc.strip() if isinstance(doc, str) else ""


def installed() -> Library:
    """Read the libraries that are installed."""
    import torch
    import torchvision

    library = Library(f"{torch.__version__} {torchvision.__version__}")
    public = {name: (value, doc) for name, value, doc in _public()}
    operations = _operations(public)
    left_out: Counter[str] = Counter()
    first: dict[tuple[int, str], str] = {}
    for name, (value, doc) in public.items():
        rule = next((why for why, holds in RULES.items() if holds(name, value, doc)), None)
        if rule is None and first.setdefault((id(value), key(name)), name) != name:
            rule = "it stands in another module too, where it is counted"
        if rule is not None:
            left_out[rule] += 1
        (library.others if rule else library.operations)[name] = operations[name]
        if rule == _OLD:
            library.deprecated.append(name)
    for name, (value, _) in public.items():  # torch.set_grad_enabled is no name of torch.__all__
        above = f"torch.{name.rpartition('.')[2]}"
        if above not in public and getattr(torch, above.removeprefix("torch."), None) is value:
            library.others[above] = operations[name]
    library.left_out = dict(left_out)
    library.kin = _kin(public)
    return library


# Which names are forms of one another


def _operations(public: dict[str, tuple[Any, str]]) -> dict[str, str]:
    """Return by name the one that stands for its function, method, in-place form and aliases."""
    above: dict[str, str] = {}

    def top(name: str) -> str:
        while name in above:
            name = above[name]
        return name

    def join(name: str, other: str) -> None:
        one, two = top(name), top(other)
        if one != two:
            plain, form = sorted((one, two), key=lambda of: _rank(of, public[of][1]))
            above[form] = plain

    by_object: dict[int, str] = {}
    for name, (value, doc) in public.items():
        owner, _, last = name.rpartition(".")
        join(name, by_object.setdefault(id(value), name))
        plain = f"{owner}.{last.rstrip('_')}"
        if last.endswith("_") and plain in public:
            join(name, plain)
        if owner in ("torch.Tensor", "torch.nn.functional") and f"torch.{last}" in public:
            join(name, f"torch.{last}")
        for match in _SAME.findall(_beginning(doc)):
            other = _resolved(match, owner, public)
            if other is not None:
                join(name, other)
    return {name: top(name) for name in public}


def _rank(name: str, doc: str) -> tuple[bool, int, bool, int, str]:
    """Order the names of an operation: that which stands for all is the plain one of torch."""
    owner = name.rpartition(".")[0]
    aliases = [match.rpartition(".")[0] for match in _SAME.findall(_beginning(doc))]
    is_alias = any(other in (owner, "") for other in aliases)
    return is_alias, MODULES.index(module_of(name)), name.endswith("_"), len(name), name


def _kin(public: dict[str, tuple[Any, str]]) -> dict[str, list[str]]:
    """Return by name those of the same idea: by its docstring, or a class and function so named."""
    found: dict[str, set[str]] = defaultdict(set)
    by_key: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in public:
        by_key[_package(name), key(name)].append(name)
    for alike in by_key.values():
        for name in alike:
            value = public[name][0]
            found[name] |= {
                other
                for other in alike
                if isinstance(public[other][0], type) != isinstance(value, type)
            }
    for name, (_, doc) in public.items():
        owner = name.rpartition(".")[0]
        if not owner.endswith("functional") and owner != "torchvision.ops":
            continue
        for match in _LIKE.findall(_beginning(doc)):
            other = _resolved(match, owner, public)
            if other is not None and other != name:
                found[name].add(other)
                found[other].add(name)
    return {name: sorted(others) for name, others in sorted(found.items()) if others}


def _package(name: str) -> str:
    """Return the part of the library in which a name of another form is looked for."""
    return next((p for p in ("torch.nn.init", "torch.nn.utils") if name.startswith(p)), "") or (
        ".".join(name.split(".")[: 3 if name.startswith("torchvision.transforms") else 2])
    )


def _beginning(doc: str) -> str:
    """Return a docstring up to its first section: what comes later is about something else."""
    return re.split(r"\n\s*(?:Args|Example|Keyword|Note|Shape|\.\. note)", doc)[0][:1500]


def _resolved(text: str, owner: str, public: dict[str, Any]) -> str | None:
    """Return the public name that a reference in a docstring means."""
    for full in (text, f"{owner}.{text}", f"torch.{text}", f"torchvision.{text}"):
        if full in public:
            return full
    return None


# Keeping it


def write() -> Library:
    """Read the installed libraries and keep what was read."""
    library = installed()
    _CACHE.parent.mkdir(parents=True, exist_ok=True)
    _CACHE.write_text(json.dumps({"made from": _made_from(), **asdict(library)}, indent=1))
    return library


@cache
def read() -> Library:
    """Return what `write` kept; made anew for other libraries, or where this file has changed."""
    if _CACHE.exists():
        kept = json.loads(_CACHE.read_text())
        if kept.pop("made from") == _made_from():
            return Library(**kept)
    return write()


def _made_from() -> list[str]:
    versions = [importlib.metadata.version(name) for name in ("torch", "torchvision")]
    return [*versions, hashlib.sha256(Path(__file__).read_bytes()).hexdigest()]
