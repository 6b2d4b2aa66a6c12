"""Turn round what a sentence is about, and see its test fail.

A test that holds a sentence is run again while one of the functions of torch that it calls gives
something else: other numbers, another dtype, another shape, no error; or `inspect.signature` tells
of other defaults. A test that no such falsehood upsets looks at nothing: `pytest --falsehoods` runs
all tests of sentences so and names those. What is not of torch (files, images of Pillow, processes)
it cannot turn round.
"""

from __future__ import annotations

import contextlib
import inspect
import itertools
from collections.abc import Callable, Iterator

import pytest
import torch
from hypothesis import Phase, settings
from torch.overrides import TorchFunctionMode, resolve_name

#: What tests compare, read and draw with: to turn these round says nothing of the sentence.
INSTRUMENTS = {
    "__bool__", "__eq__", "__format__", "__getitem__", "__index__", "__int__", "__float__",
    "__len__", "__ne__", "__repr__", "__set__", "all", "allclose", "any", "assert_close", "clone",
    "cpu", "detach", "empty", "eq", "equal", "flatten", "from_numpy", "full", "isclose",
    "is_same_size", "is_floating_point", "is_complex", "item", "manual_seed", "ne", "numel",
    "numpy", "ones", "rand", "randint", "randn", "reshape", "seed", "size", "tensor", "tolist",
    "view", "zeros",
}  # fmt: skip
#: Of attributes, those that say what autograd does; a wrong shape would be noticed by any test.
ATTRIBUTES = {"grad", "grad_fn", "is_leaf", "requires_grad"}


def _name_of(function: Callable) -> str | None:
    """Return the name of a function that can be turned round."""
    name = resolve_name(function) or getattr(function, "__name__", "")
    *_, owner, last = ("", *name.split("."))
    if last == "__get__":
        return name if owner in ATTRIBUTES else None
    return name if last and last not in INSTRUMENTS else None


class Recorded(TorchFunctionMode):
    """Note which functions a test calls."""

    def __init__(self) -> None:
        super().__init__()
        self.names: dict[str, None] = {}

    def __torch_function__(self, function, types, args=(), kwargs=None):
        if name := _name_of(function):
            self.names[name] = None
        return function(*args, **(kwargs or {}))


class Turned(TorchFunctionMode):
    """Give something else wherever one function is called."""

    def __init__(self, name: str, falsehood: Callable) -> None:
        super().__init__()
        self.name, self.falsehood = name, falsehood

    def __torch_function__(self, function, types, args=(), kwargs=None):
        if _name_of(function) != self.name:
            return function(*args, **(kwargs or {}))
        try:
            found = function(*args, **(kwargs or {}))
        except Exception:
            return next((a for a in args if isinstance(a, torch.Tensor)), None)
        return _mapped(found, self.falsehood)


def _mapped(value, falsehood):
    if isinstance(value, torch.Tensor):
        with torch._C.DisableTorchFunction():
            return falsehood(value)
    if type(value) in (tuple, list):
        return type(value)(_mapped(part, falsehood) for part in value)
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 1
    return "something" if value is None else None


_calls = itertools.count(1)


def _other_numbers(x: torch.Tensor) -> torch.Tensor:
    """Others at each place and in each call, so that two calls disagree as well."""
    if x.dtype == torch.bool:
        return ~x
    if x.is_floating_point() or x.is_complex():
        steps = torch.arange(x.numel(), dtype=x.dtype, device=x.device).reshape(x.shape)
        return x * 1.5 + 0.25 + 0.5 * steps + next(_calls) % 5
    return x + 1


def _one_number(x: torch.Tensor) -> torch.Tensor:
    """The same everywhere and in each call, for what is said to differ."""
    return torch.ones_like(x)


def _another_dtype(x: torch.Tensor) -> torch.Tensor:
    return x.float() if x.dtype == torch.float64 else x.double()


def _another_shape(x: torch.Tensor) -> torch.Tensor:
    return x.unsqueeze(0).expand(2, *x.shape)


FALSEHOODS = {
    "other numbers": _other_numbers,
    "one number": _one_number,
    "another dtype": _another_dtype,
    "another shape": _another_shape,
}


@contextlib.contextmanager
def _other_defaults() -> Iterator[None]:
    """Let `inspect.signature` tell of other defaults."""
    real = inspect.signature

    def signature(*args, **kwargs):
        found = real(*args, **kwargs)
        parameters = [
            p if p.default is p.empty else p.replace(default=("not", p.default))
            for p in found.parameters.values()
        ]
        return found.replace(parameters=parameters)

    inspect.signature = signature
    try:
        yield
    finally:
        inspect.signature = real


def turn_round(item: pytest.Function) -> tuple[int, str | None]:
    """Run a test under falsehoods until one upsets it.

    Returns:
        How many were tried, and the one that was noticed; none was where it is None.
    """
    arguments = {name: item.funcargs[name] for name in item._fixtureinfo.argnames}
    test = item.obj
    recorded = Recorded()
    with _few_examples(test), contextlib.suppress(Exception, pytest.skip.Exception), recorded:
        test(**arguments)
    mutants: list[tuple[str, Callable[[], contextlib.AbstractContextManager]]] = [
        (f"{name}: {kind}", lambda name=name, falsehood=falsehood: Turned(name, falsehood))
        for name in recorded.names
        for kind, falsehood in FALSEHOODS.items()
    ]
    if "signature(" in inspect.getsource(inspect.unwrap(test)):
        mutants.insert(0, ("inspect.signature: other defaults", _other_defaults))
    for tried, (name, mode) in enumerate(mutants, start=1):
        try:
            with _few_examples(test), mode():
                test(**arguments)
        except (AssertionError, pytest.fail.Exception, ExceptionGroup):
            return tried, name
        except (Exception, pytest.skip.Exception):
            continue  # an accident on the way: nobody looked at what came out
    return len(mutants), None


@contextlib.contextmanager
def _few_examples(test: Callable) -> Iterator[None]:
    """Let hypothesis draw a few inputs and look for no smaller ones."""
    of_test = getattr(test, "_hypothesis_internal_use_settings", None)
    if of_test is not None:
        few = settings(of_test, max_examples=10, phases=(Phase.explicit, Phase.generate))
        test._hypothesis_internal_use_settings = few
    try:
        yield
    finally:
        if of_test is not None:
            test._hypothesis_internal_use_settings = of_test


def summary(told: list[tuple[str, tuple[int, str | None]]]) -> Iterator[str]:
    """Say what each test noticed; of one with parameters it is enough that one of them does.

    Args:
        told: The name of the test, and what `turn_round` returned.
    """
    tests: dict[str, list[tuple[int, str | None]]] = {}
    for name, found in told:
        tests.setdefault(name, []).append(found)
    noticed = {name: next((w for _, w in rows if w), None) for name, rows in tests.items()}
    tried = {name: sum(number for number, _ in rows) for name, rows in tests.items()}
    for name in sorted(tests, key=lambda name: (noticed[name] is None, name)):
        nothing = "NOT NOTICED" if tried[name] else "nothing of torch to turn round"
        yield f"{name}: {noticed[name] or nothing}"
    ours = [name for name in tests if tried[name]]
    yield (
        f"{len(tests)} tests of sentences: {sum(noticed[n] is not None for n in ours)} of the "
        f"{len(ours)} that call torch notice a falsehood"
    )
