"""Run one entry in this process and write down everything that can be claimed about it.

This module runs in the forked child only; `cheatsheet.check.runner` starts the child and sets its
limits. The child ends with the run, so nothing here is put back.
"""

from __future__ import annotations

import ast
import contextlib
import errno
import importlib
import importlib.metadata
import importlib.util
import io
import linecache
import os
import random
import socket
import sys
import tempfile
import time
import traceback
import types
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from packaging.requirements import InvalidRequirement, Requirement

from cheatsheet.entry import Entry, FailureRow, Observable
from cheatsheet.shapes import Value

#: What an entry may print, in characters. A longer output is no cheat sheet.
OUTPUT_LIMIT = 1_000_000


@dataclass(frozen=True)
class Request:
    """One run of an entry.

    Attributes:
        entry: The entry.
        ambient_seed: The state of the random generators before the entry starts.
        seed_shift: Added to every seed that the entry sets, to see which outputs depend on draws.
        device: The default device, or None to leave PyTorch's own.
        prepare: Called before the entry runs, to set the style of what it draws.
        draw: Called with the entry's variables after the run; saves the figures.
        despite_needs: Whether to run it where its needs are not met, to see what happens.
        record_names: Whether to write down every attribute that the code looks up.
    """

    entry: Entry
    ambient_seed: int = 0
    seed_shift: int = 0
    device: str | None = None
    prepare: Callable[[], None] | None = None
    draw: Callable[[str, dict[str, Any]], list[tuple[str, str, list[str]]]] | None = None
    despite_needs: bool = False
    record_names: bool = False


@dataclass
class Failure:
    """What evaluating a row's expression raised or warned: the type's name and the message."""

    type: str
    message: str


@dataclass
class Observation:
    """What a run of an entry did.

    Attributes:
        printed: What each statement printed, by the statement's last line.
        stray: What was printed by no line of the entry (by C code, or a child process).
        values: What the name of each shape row holds at the end; None for an unknown name.
        lines: By line of a shape comment, the values of each time the line ran.
        raised: By expression of a `Raises:` row, what it raised, or None.
        warned: By expression of a `Warns:` row, the warnings it gave.
        warnings: Warnings of the code itself, with their lines.
        stderr: What the code wrote to standard error.
        files: Files that the code left behind.
        network: Addresses that the code tried to reach, `Raises:` rows left aside.
        error: The traceback, where the code raised, or why the run was ended.
        unmet: The needs that this machine does not meet. The code was not run then.
        seconds: Wall time of the code alone.
        peak_mib: Memory the run added at its peak, in MiB.
        cost: Wall time of the whole run, process start included, in seconds.
        names: Dotted names of the torch and torchvision objects that the code looks up.
        figures: File, alternative text and captions of each figure saved.
        torch: The version of torch.
    """

    printed: dict[int, str] = field(default_factory=dict)
    stray: str = ""
    values: dict[str, Value | None] = field(default_factory=dict)
    lines: dict[int, list[list[Value]]] = field(default_factory=dict)
    raised: dict[str, Failure | None] = field(default_factory=dict)
    warned: dict[str, list[Failure]] = field(default_factory=dict)
    warnings: list[Failure] = field(default_factory=list)
    stderr: str = ""
    files: list[str] = field(default_factory=list)
    network: list[str] = field(default_factory=list)
    error: str | None = None
    unmet: list[str] = field(default_factory=list)
    seconds: float = 0.0
    peak_mib: float = 0.0
    cost: float = 0.0
    names: set[str] = field(default_factory=set)
    figures: list[tuple[str, str, list[str]]] = field(default_factory=list)
    torch: str = ""


class OutputTooLongError(Exception):
    """The entry printed more than `OUTPUT_LIMIT` characters."""


def observe(request: Request, home: Path) -> Observation:
    """Run an entry.

    Args:
        request: The entry, and how to run it.
        home: An empty directory; it becomes the working directory, the home and the place for
            temporary files, so that what is left behind is seen.
    """
    entry = request.entry
    seen = Observation(unmet=[need for need in entry.needs if not is_met(need)])
    if seen.unmet and not request.despite_needs:
        return seen
    _move_to(home)
    with _captured_descriptors(seen, home):
        _watch(seen, home)
        if request.prepare is not None:
            request.prepare()
        namespace = _execute(request, seen)
        if seen.error is None:
            _evaluate(entry, namespace, seen)
            if request.draw is not None:
                seen.figures = request.draw(entry.name, namespace)
    seen.files += [str(p.relative_to(home)) for p in sorted(home.rglob("*")) if not p.is_dir()]
    torch = sys.modules.get("torch")
    seen.torch = torch.__version__ if torch else ""
    return seen


def is_met(need: str) -> bool:
    """Tell whether this machine has what a `# needs:` item names.

    Args:
        need: `cuda`, a requirement such as `torch>=2.13`, or the name of a module.

    Raises:
        ValueError: The item is none of these.
    """
    if need == "cuda":
        import torch

        return torch.cuda.is_available()
    try:
        requirement = Requirement(need)
    except InvalidRequirement:
        raise ValueError(
            f"cannot read the need {need!r}: expected cuda, torch>=2.13 or onnx"
        ) from None
    try:
        version = importlib.metadata.version(requirement.name)
    except importlib.metadata.PackageNotFoundError:
        return not requirement.specifier and importlib.util.find_spec(requirement.name) is not None
    return requirement.specifier.contains(version, prereleases=True)


def _move_to(home: Path) -> None:
    import resource  # here, so that Windows, which has none, can read this module

    os.chdir(home)
    for variable in ("HOME", "TMPDIR", "TORCH_HOME", "XDG_CACHE_HOME"):
        os.environ[variable] = str(home)
    tempfile.tempdir = str(home)
    os.environ["MPLBACKEND"] = "agg"  # figures are kept, no window opens
    for variable in ("DISPLAY", "WAYLAND_DISPLAY"):
        os.environ.pop(variable, None)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    limit = 256 * 2**20  # bytes a file may grow to
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))


def _watch(seen: Observation, home: Path) -> None:
    """Note files written outside `home`; refuse the network as a machine without one does."""
    ours = (str(home), "/dev/", "/proc/")

    def audit(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, _, flags = arguments
            writes = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) if isinstance(flags, int) else 0
            if (
                writes
                and isinstance(path, str)
                and not os.path.abspath(path).startswith(ours)
                and not path.endswith(".pyc")
                and "__pycache__" not in path
            ):
                seen.files.append(os.path.abspath(path))
        elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
            seen.network.append(str(arguments[0]))
            raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
        elif event == "socket.connect" and isinstance(arguments[1], tuple):
            seen.network.append(str(arguments[1][0]))
            raise OSError(errno.ENETUNREACH, "Network is unreachable")

    sys.addaudithook(audit)


class _captured_descriptors:  # noqa: N801
    """Keep what reaches file descriptors 1 and 2 (C code, child processes) out of our own."""

    def __init__(self, seen: Observation, home: Path) -> None:
        self.seen = seen
        self.home = home

    def __enter__(self) -> None:
        self.files = [tempfile.TemporaryFile(dir=self.home.parent) for _ in (1, 2)]  # noqa: SIM115
        for descriptor, file in zip((1, 2), self.files, strict=True):
            os.dup2(file.fileno(), descriptor)

    def __exit__(self, *_: object) -> None:
        sys.__stderr__.flush()  # type: ignore[union-attr]
        texts = []
        for file in self.files:
            file.seek(0)
            texts.append(file.read(OUTPUT_LIMIT).decode(errors="replace"))
        self.seen.stray += texts[0]
        self.seen.stderr += texts[1]


class _Printed(io.TextIOBase):
    """A standard output that knows which line of the entry printed."""

    def __init__(self, entry: Entry, seen: Observation) -> None:
        self.filename = str(entry.path)
        self.seen = seen
        self.length = 0
        self.ends = _statement_ends(entry.tree)

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.length += len(text)
        if self.length > OUTPUT_LIMIT:
            raise OutputTooLongError(f"the entry printed over {OUTPUT_LIMIT:,} characters")
        frame: types.FrameType | None = sys._getframe(1)
        while frame is not None and frame.f_code.co_filename != self.filename:
            frame = frame.f_back
        if frame is None:
            self.seen.stray += text
        else:
            end = self.ends[frame.f_lineno]
            self.seen.printed[end] = self.seen.printed.get(end, "") + text
        return len(text)


def _statement_ends(tree: ast.Module) -> dict[int, int]:
    """Map each line to the last line of the innermost statement that it stands in."""
    ends: dict[int, int] = {}
    for node in ast.walk(tree):  # parents come before children, so the innermost wins
        if isinstance(node, ast.stmt):
            end = node.end_lineno or node.lineno
            ends.update(dict.fromkeys(range(node.lineno, end + 1), end))
    return ends


class _Instrument(ast.NodeTransformer):
    """Report the values on lines with a shape comment, and, if asked, each attribute looked up."""

    def __init__(self, entry: Entry, record_names: bool) -> None:
        self.claims = {claim.statement: claim.line for claim in entry.line_shapes}
        self.record_names = record_names

    def visit(self, node: ast.AST) -> Any:
        node = super().generic_visit(node)
        if self.record_names and isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
            note = ast.copy_location(
                ast.Call(
                    ast.Name("__note_attribute__", ast.Load()),
                    [node.value, ast.Constant(node.attr)],
                    [],
                ),
                node.value,
            )
            node.value = note
        if isinstance(node, Observable) and node.lineno in self.claims:
            return self.observed(node, self.claims[node.lineno])
        return node

    @staticmethod
    def observed(node: Observable, line: int) -> list[ast.stmt]:
        def report(value: ast.expr) -> ast.expr:
            call = ast.Call(ast.Name("__note_value__", ast.Load()), [ast.Constant(line), value], [])
            return ast.fix_missing_locations(ast.copy_location(call, node))

        if isinstance(node, ast.AugAssign):
            target = ast.parse(ast.unparse(node.target), mode="eval").body
            after = ast.copy_location(ast.Expr(report(target)), node)
            return [node, after]
        if node.value is not None:
            node.value = report(node.value)
        return [node]


def _describe(value: object) -> Value:
    kind = type(value).__name__
    shape, dtype = getattr(value, "shape", None), getattr(value, "dtype", None)
    if shape is None or dtype is None:
        return Value(kind, None, None)
    return Value(kind, tuple(int(n) for n in shape), str(dtype).removeprefix("torch."))


def _seed(ambient_seed: int) -> None:
    random.seed(ambient_seed)
    for module, seed in (("numpy", "random.seed"), ("torch", "manual_seed")):
        if module in sys.modules:
            function: Any = sys.modules[module]
            for part in seed.split("."):
                function = getattr(function, part)
            function(ambient_seed)


def _shift_seeds(shift: int) -> None:
    """Make every seed that the entry sets another one."""
    torch: Any = importlib.import_module("torch")
    numpy_random: Any = importlib.import_module("numpy.random")
    manual_seed, default_rng = torch.manual_seed, numpy_random.default_rng
    torch.manual_seed = lambda seed: manual_seed(seed + shift)
    # SciPy passes a generator or None
    numpy_random.default_rng = lambda seed=0: default_rng(
        seed + shift if isinstance(seed, int) else seed
    )

    class Shifted(torch.Generator):
        def manual_seed(self, seed: int) -> object:
            return super().manual_seed(seed + shift)

    torch.Generator = Shifted


def _names_of(owner: object, attribute: str) -> str | None:
    """Return the documented name of `owner.attribute`, or None outside torch and torchvision."""
    import torch

    if isinstance(owner, types.ModuleType):
        base = owner.__name__
    elif isinstance(owner, torch.Tensor):
        base = "torch.Tensor"
    elif isinstance(owner, type):
        base = f"{owner.__module__}.{owner.__qualname__}"
    else:
        for kind in type(owner).__mro__:
            if attribute in vars(kind):
                base = f"{kind.__module__}.{kind.__qualname__}"
                break
        else:
            return None
    return f"{base}.{attribute}" if base.split(".")[0] in ("torch", "torchvision") else None


def _execute(request: Request, seen: Observation) -> dict[str, Any]:
    entry = request.entry
    import torch

    torch.set_num_threads(1)  # as many entries run at once as there are cores
    if request.device is not None:
        torch.set_default_device(request.device)
    if request.seed_shift:
        _shift_seeds(request.seed_shift)
    _seed(request.ambient_seed)

    def note_value(line: int, value: Any) -> Any:
        parts = value if isinstance(value, (tuple, list)) else [value]
        seen.lines.setdefault(line, []).append([_describe(part) for part in parts])
        return value

    def note_attribute(owner: Any, attribute: str) -> Any:
        if name := _names_of(owner, attribute):
            seen.names.add(name)
        return owner

    module = types.ModuleType("__main__")
    module.__dict__.update(__note_value__=note_value, __note_attribute__=note_attribute)
    sys.modules["__main__"] = module
    filename = str(entry.path)
    linecache.cache[filename] = (
        len(entry.source), None, entry.source.splitlines(keepends=True), filename,
    )  # fmt: skip
    tree = ast.fix_missing_locations(
        _Instrument(entry, request.record_names).visit(ast.parse(entry.source, filename))
    )
    code = compile(tree, filename, "exec")
    before = _peak_mib()
    start = time.perf_counter()
    stderr = io.StringIO()
    with warnings.catch_warnings(record=True) as caught:
        warnings.resetwarnings()
        for category in (DeprecationWarning, PendingDeprecationWarning, ImportWarning):
            warnings.simplefilter("ignore", category)
        warnings.filterwarnings("default", category=DeprecationWarning, module="__main__")
        sys.stdout = _Printed(entry, seen)
        sys.stderr = stderr
        try:
            exec(code, module.__dict__)
        except BaseException as error:
            seen.error = _traceback(error, filename)
    seen.seconds = time.perf_counter() - start
    seen.peak_mib = _peak_mib() - before
    seen.stderr += stderr.getvalue()
    seen.warnings = [
        Failure(
            w.category.__name__,
            f"{w.message} (line {w.lineno})" if w.filename == filename else str(w.message),
        )
        for w in caught
    ]
    return module.__dict__


def _traceback(error: BaseException, filename: str) -> str:
    """Return the traceback from the entry's own first line on."""
    frames = error.__traceback__
    while frames is not None and frames.tb_frame.f_code.co_filename != filename:
        frames = frames.tb_next
    return "".join(traceback.format_exception(type(error), error, frames)).strip()


def _evaluate(entry: Entry, namespace: dict[str, Any], seen: Observation) -> None:
    for row in entry.shapes:
        first, *rest = row.name.split(".")
        value = namespace.get(first)
        for part in rest:
            value = getattr(value, part, None)
        seen.values[row.name] = None if value is None else _describe(value)
    sys.stdout = io.StringIO()
    sys.stderr = io.StringIO()
    tried = list(seen.network)  # a row may show what is raised without a network
    for failure in entry.raises:
        seen.raised[failure.expression] = _failure(failure, namespace)
    for failure in entry.warns:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            with contextlib.suppress(Exception):
                eval(failure.expression, namespace)
        seen.warned[failure.expression] = [
            Failure(w.category.__name__, str(w.message)) for w in caught
        ]
    seen.network = tried


def _failure(row: FailureRow, namespace: dict[str, Any]) -> Failure | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            eval(row.expression, namespace)
        except Exception as error:
            # torch.linalg.LinAlgError calls itself _LinAlgError
            return Failure(type(error).__name__.lstrip("_"), str(error))
    return None


def _peak_mib() -> float:
    import resource

    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, KiB here
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20
