"""Run a model on tensors that have shapes and no data, and note what each layer gives.

`FakeTensorMode` is what torch.compile uses: an operation gives the shape, type and device that it
would, and raises what it would. The meta device alone lets a transposed convolution with too many
channels pass.
"""

from __future__ import annotations

import linecache
import logging
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock

import torch
from torch import nn
from torch._subclasses import fake_tensor
from torch.nn.modules import module as hooks
from torch.nn.parameter import is_lazy
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves, tree_map_only

from cheatsheet.trace.target import Input, Target, TargetError

#: What fake tensors raise where a value is asked for; they have none.
NEEDS_DATA = (fake_tensor.DataDependentOutputException, fake_tensor.DynamicOutputShapeException)

#: Products of matrices, which fake tensors let pass whatever the element types.
PRODUCTS = {torch.ops.aten.mm, torch.ops.aten.addmm, torch.ops.aten.bmm, torch.ops.aten.baddbmm}

#: How many numbers are computed all the same where they depend on no input.
SMALL = 2**14

#: Of how many numbers the CPU is not asked how it words an error, lest it raise none and compute.
LARGE = 2**26

#: What gives tensors of no particular values.
WITHOUT_VALUE = {torch.ops.aten.empty, torch.ops.aten.empty_strided, torch.ops.aten.empty_like}


@dataclass(frozen=True)
class Place:
    """A line of the reader's."""

    file: str
    line: int
    code: str


@dataclass(frozen=True)
class Layer:
    """A call of a layer.

    Attributes:
        name: As `named_modules` has it.
        kind: The class.
        shapes: Those of the tensors that it gave.
        parameters: How many numbers it learns, where it is called first.
    """

    name: str
    kind: str
    shapes: list[tuple[int, ...]]
    parameters: int


@dataclass(frozen=True)
class Misfit:
    """Where the trace ended before the model did.

    Attributes:
        error: The type and the text of what was raised.
        place: The innermost of the reader's lines, if one was running.
        name: The layer of a library that raised it, if one did.
        kind: Its class.
        got: The shapes that it was called with.
        made: The reader's line that made it.
        asks_for_a_value: Whether it is no misfit: the trace knows shapes, and no values.
    """

    error: str
    place: Place | None
    name: str | None = None
    kind: str = ""
    got: list[tuple[int, ...]] = field(default_factory=list)
    made: Place | None = None
    asks_for_a_value: bool = False


@dataclass(frozen=True)
class Trace:
    """What became of a model: its layers in the order of their calls, and what did not fit."""

    layers: list[Layer]
    parameters: int
    misfit: Misfit | None


def trace(
    target: Target, arguments: Mapping[str, Any], inputs: list[Input], *, training: bool
) -> Trace:
    """Make a model and call it, without memory for its parameters and what it computes.

    Raises:
        TargetError: What is made is not a model, or has lazy layers.
    """
    watch = _Watch(target)
    try:
        with _without_data(), watch.notes():
            make = target.make
            model = make if isinstance(make, nn.Module) else make(**arguments)
            if not isinstance(model, nn.Module):
                kind = type(model).__name__
                raise TargetError(f"{target.name} gives a {kind}, expected a torch.nn.Module")
            watch.model = model.train(training)
            with torch.set_grad_enabled(training):
                model(*(torch.empty(given.shape, dtype=given.dtype) for given in inputs))
    except TargetError:
        raise
    except Exception as error:
        if "UninitializedParameter" in str(error):
            raise TargetError(
                f"{target.name} has lazy layers, which fake tensors cannot be in: expected layers "
                "with sizes, such as nn.Linear(400, 10) for nn.LazyLinear(10)"
            ) from None
        return watch.result(watch.misfit(error))
    return watch.result(None)


@contextmanager
def _without_data() -> Iterator[None]:
    """Make tensors without data; what torch logs of an error is raised as well."""
    log = logging.getLogger(fake_tensor.__name__)
    log.disabled, before = True, log.disabled
    # It draws until all numbers lie between its bounds.
    draws = mock.patch.object(nn.init, "_no_grad_trunc_normal_", lambda tensor, *_, **__: tensor)
    try:
        sparing = _Sparing()  # type: ignore[no-untyped-call]
        with fake_tensor.FakeTensorMode(allow_non_fake_inputs=True), sparing, draws:
            yield
    finally:
        log.disabled = before


class _Sparing(TorchDispatchMode):  # type: ignore[no-untyped-call]
    """Computes what is small and depends on no input, and refuses what fake tensors let pass.

    Models ask for values of what they count with: `torch.linspace(0, 0.1, 12).tolist()`.
    """

    def __torch_dispatch__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: Any = None
    ) -> Any:
        kwargs = kwargs or {}
        if func.overloadpacket in PRODUCTS:
            _refuse_two_types(*args[-2:])
        if _fake((args, kwargs)) or func.overloadpacket in WITHOUT_VALUE:
            if func._schema.is_mutable and torch.Tag.nondeterministic_seeded in func.tags:
                return args[0]  # random numbers, which nobody looks at
            return _in_words_of_the_cpu(func, args, kwargs)
        if not func._schema.is_mutable:
            result = _in_words_of_the_cpu(func, args, kwargs)
            if any(tensor.numel() > SMALL for tensor in _fake(result)):
                return result
        with fake_tensor.unset_fake_temporarily():
            return func(*args, **kwargs)


def _fake(value: Any) -> list[torch.Tensor]:
    """Return the tensors in a value that have no data."""
    return [leaf for leaf in tree_leaves(value) if isinstance(leaf, fake_tensor.FakeTensor)]


def _in_words_of_the_cpu(func: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """Call an operation; where fake tensors refuse it, ask the CPU, whose words are known."""
    try:
        return func(*args, **kwargs)
    except (RuntimeError, ValueError) as error:
        if isinstance(error, NEEDS_DATA) or sum(t.numel() for t in _fake((args, kwargs))) > LARGE:
            raise
        make = _with_strides if func.is_view else _of_one_number
        with fake_tensor.unset_fake_temporarily():
            args, kwargs = tree_map_only(torch.Tensor, make, (args, kwargs))
            func(*args, **kwargs)
        raise


def _of_one_number(tensor: torch.Tensor) -> torch.Tensor:
    return torch.zeros((), dtype=tensor.dtype).expand(tensor.shape)


def _with_strides(tensor: torch.Tensor) -> torch.Tensor:
    """Make what a view needs; its memory is asked for and never touched."""
    return torch.empty_strided(tuple(tensor.shape), tensor.stride(), dtype=tensor.dtype)


def _refuse_two_types(a: torch.Tensor, b: torch.Tensor) -> None:
    if a.dtype != b.dtype:
        names = " and ".join(_NAMES.get(tensor.dtype, str(tensor.dtype)) for tensor in (a, b))
        raise RuntimeError(f"mat1 and mat2 must have the same dtype, but got {names}")


#: How messages of torch name element types.
_NAMES = {
    torch.float32: "Float",
    torch.float64: "Double",
    torch.float16: "Half",
    torch.bfloat16: "BFloat16",
    torch.int64: "Long",
    torch.int32: "Int",
    torch.uint8: "Byte",
    torch.bool: "Bool",
}


class _Call:
    """A call of a module that has not come back."""

    def __init__(self, module: nn.Module, got: list[tuple[int, ...]]) -> None:
        self.module, self.got, self.is_leaf = module, got, True


class _Watch:
    """Notes, while a model is made and called, where each layer is made and what it gives."""

    def __init__(self, target: Target) -> None:
        self.target = target
        self.model: nn.Module | None = None
        self.made: dict[nn.Module, Place] = {}
        self.open: list[_Call] = []
        self.closed: list[tuple[nn.Module, list[tuple[int, ...]]]] = []

    @contextmanager
    def notes(self) -> Iterator[None]:
        with ExitStack() as stack:
            stack.enter_context(_before_init(self._note_made))
            for hook in (
                hooks.register_module_forward_pre_hook(self._note_called),
                hooks.register_module_forward_hook(self._note_given),
            ):
                stack.callback(hook.remove)
            yield

    def _note_made(self, module: nn.Module) -> None:
        frame = sys._getframe(2)
        while frame.f_back is not None and (
            frame.f_locals.get("self") is module or not self.target.is_own(frame.f_code.co_filename)
        ):
            frame = frame.f_back
        if self.target.is_own(frame.f_code.co_filename):
            self.made[module] = _place(frame.f_code.co_filename, frame.f_lineno)

    def _note_called(self, module: nn.Module, given: Any) -> None:
        if self.open:
            self.open[-1].is_leaf = False
        self.open.append(_Call(module, _shapes(given)))

    def _note_given(self, module: nn.Module, _: Any, output: Any) -> None:
        call = self.open.pop()
        while call.module is not module:  # calls whose error the model has caught
            call = self.open.pop()
        if call.is_leaf:
            self.closed.append((module, _shapes(output)))

    def misfit(self, error: Exception) -> Misfit:
        """Say where an error came from, while the calls that it ended are known."""
        frames = traceback.extract_tb(error.__traceback__)
        own = [frame for frame in frames if self.target.is_own(frame.filename)]
        place = _place(own[-1].filename, own[-1].lineno or 0) if own else None
        if isinstance(error, NEEDS_DATA):  # their text is the name of an operator
            said = "RuntimeError: Tensor.item() cannot be called on meta tensors"
            return Misfit(said, place, asks_for_a_value=True)
        said = f"{type(error).__name__}: {error}"
        call = self.open[-1] if self.open else None
        if call is None or self._is_own(type(call.module)):
            return Misfit(said, place)
        name = self._names().get(call.module, "")
        kind, made = type(call.module).__name__, self.made.get(call.module)
        return Misfit(said, place, name, kind, call.got, made)

    def _is_own(self, kind: type) -> bool:
        module = sys.modules.get(kind.__module__)
        return self.target.is_own(getattr(module, "__file__", None) or "")

    def _names(self) -> dict[nn.Module, str]:
        if self.model is None:
            return {}
        return {module: name for name, module in self.model.named_modules()}

    def result(self, misfit: Misfit | None) -> Trace:
        """Return what was noted, each parameter counted where it is called first."""
        names, seen, layers = self._names(), set[nn.Parameter](), []
        for module, shapes in self.closed:
            own = set(module.parameters()) - seen
            seen |= own
            name = names.get(module, "")
            layers.append(Layer(name, type(module).__name__, shapes, _count(own)))
        return Trace(layers, _count(set(self.model.parameters()) if self.model else set()), misfit)


def _place(file: str, line: int) -> Place:
    path = Path(file)
    shown = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    return Place(str(shown), line, linecache.getline(file, line).strip())


def _count(parameters: set[nn.Parameter]) -> int:
    return sum(parameter.numel() for parameter in parameters if not is_lazy(parameter))


def _shapes(value: Any) -> list[tuple[int, ...]]:
    """Return the shapes of all tensors in a value: a tensor, tuples, lists and dicts of them."""
    if isinstance(value, torch.Tensor):
        return [tuple(value.shape)]
    if isinstance(value, Mapping):
        value = value.values()
    elif not isinstance(value, tuple | list):
        return []
    return [shape for part in value for shape in _shapes(part)]


@contextmanager
def _before_init(note: Callable[[nn.Module], None]) -> Iterator[None]:
    """Call `note` with each module that is made."""
    init = nn.Module.__init__

    def noting(self: nn.Module, *args: Any, **kwargs: Any) -> None:
        note(self)
        init(self, *args, **kwargs)

    nn.Module.__init__ = noting  # type: ignore[method-assign]
    try:
        yield
    finally:
        nn.Module.__init__ = init  # type: ignore[method-assign]
