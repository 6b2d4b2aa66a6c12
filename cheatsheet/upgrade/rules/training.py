"""Training: mixed precision, schedulers, loaders, files."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cheatsheet.upgrade import edits
from cheatsheet.upgrade.edits import attribute
from cheatsheet.upgrade.program import Program
from cheatsheet.upgrade.rule import ATTRIBUTES, CALLS, NAMES, Fix, Found, on, on_node
from cheatsheet.upgrade.rules.table import RULES
from cheatsheet.upgrade.values import is_module

_SCHEDULERS = "torch.optim.lr_scheduler."


# --- mixed precision ----------------------------------------------------------------------------


@on(
    NAMES,
    *(
        f"torch.{device}.amp.{name}"
        for device in ("cuda", "cpu")
        for name in ("autocast", "GradScaler")
    ),
)
def device_amp(program: Program, node: ast.AST) -> Iterator[Found]:
    """The device is an argument."""
    if not isinstance(node, ast.expr):
        return
    rule = RULES["cuda-amp"]
    _, device, _, name = (program.name(node) or "").split(".")
    new = f"torch.amp.{name}"
    shown = f'{new}("{device}")'
    call = program.called(node)
    if call is None or any(isinstance(argument, ast.Starred) for argument in call.args):
        parent = program.parent(node)
        if not isinstance(parent, ast.Attribute):
            yield Found(rule, node, shown, "report")
        return
    changes: list[edits.Edit] = []
    if name == "autocast":
        names = ("enabled", "dtype", "cache_enabled")
        changes = [edits.named(place, names[place]) for place in range(len(call.args))]
    changes.append(edits.first(f'"{device}"'))
    fix = Fix(call, edits.called(node, new, *changes), (node, new))
    yield Found(rule, call, shown, rule.safety, fix)


@on(NAMES, "torch.cuda.amp.custom_fwd", "torch.cuda.amp.custom_bwd")
def custom_forward(program: Program, node: ast.AST) -> Iterator[Found]:
    """As a decorator with and without arguments."""
    if not isinstance(node, ast.expr):
        return
    rule = RULES["cuda-amp"]
    new = (program.name(node) or "").replace(".cuda", "")
    shown = f'{new}(device_type="cuda")'
    call = program.called(node)
    if call is not None:
        change = edits.added("device_type", '"cuda"')
        fix = Fix(call, edits.called(node, new, change), (node, new))
        yield Found(rule, call, shown, rule.safety, fix)
    elif isinstance(program.parent(node), ast.FunctionDef):
        fix = Fix(node, edits.spelled(node, new, '{}(device_type="cuda")'), (node, new))
        yield Found(rule, node, shown, rule.safety, fix)


_STATE = {
    "get_autocast_gpu_dtype": ("get_autocast_dtype", "cuda"),
    "get_autocast_cpu_dtype": ("get_autocast_dtype", "cpu"),
    "set_autocast_gpu_dtype": ("set_autocast_dtype", "cuda"),
    "set_autocast_cpu_dtype": ("set_autocast_dtype", "cpu"),
    "is_autocast_cpu_enabled": ("is_autocast_enabled", "cpu"),
    "set_autocast_cpu_enabled": ("set_autocast_enabled", "cpu"),
}


@on(CALLS, *(f"torch.{name}" for name in _STATE))
def autocast_state(program: Program, node: ast.AST) -> Iterator[Found]:
    """The device is an argument."""
    if isinstance(node, ast.Call):
        rule = RULES["autocast-state"]
        name, device = _STATE[(program.name(node.func) or "").removeprefix("torch.")]
        new = f"torch.{name}"
        fix = Fix(node, edits.called(node.func, new, edits.first(f'"{device}"')), (node.func, new))
        yield Found(rule, node, f'{new}("{device}")', rule.safety, fix)


# --- schedulers ---------------------------------------------------------------------------------


def _is_scheduler(program: Program, node: ast.expr) -> bool:
    kind = program.kind(node)
    return isinstance(kind, str) and kind.startswith(_SCHEDULERS)


@on_node(ast.Call)
def scheduler_verbose(program: Program, node: ast.AST) -> Iterator[Found]:
    """The argument is gone from all schedulers."""
    if not isinstance(node, ast.Call) or not node.keywords:
        return
    if (program.name(node.func) or "").startswith(_SCHEDULERS):
        if any(keyword.arg == "verbose" for keyword in node.keywords):
            rule = RULES["scheduler-verbose"]
            fix = Fix(node, edits.called(None, None, edits.dropped("verbose")))
            yield Found(rule, node, rule.new, rule.safety, fix)


@on(ATTRIBUTES, "get_lr")
def scheduler_get_lr(program: Program, node: ast.AST) -> Iterator[Found]:
    """What one reads is the last rate."""
    call = program.called(node)
    if call is not None and isinstance(node, ast.Attribute) and _is_scheduler(program, node.value):
        rule = RULES["scheduler-get-lr"]
        fix = Fix(call, edits.method("get_last_lr"))
        yield Found(rule, call, rule.new, rule.safety, fix)


@on(ATTRIBUTES, "step")
def scheduler_step_epoch(program: Program, node: ast.AST) -> Iterator[Found]:
    """A scheduler counts by itself."""
    call = program.called(node)
    if call is None or not isinstance(node, ast.Attribute) or not (call.args or call.keywords):
        return
    kind = program.kind(node.value)
    if not isinstance(kind, str) or not kind.startswith(_SCHEDULERS):
        return
    if kind.removeprefix(_SCHEDULERS) not in ("ReduceLROnPlateau", "CosineAnnealingWarmRestarts"):
        rule = RULES["scheduler-step-epoch"]
        fix = Fix(call, edits.method("step", lambda args: []))
        yield Found(rule, call, rule.new, rule.safety, fix)


@on_node(ast.For, ast.While, ast.FunctionDef)
def scheduler_order(program: Program, node: ast.AST) -> Iterator[Found]:
    """The scheduler steps at the beginning of an epoch."""
    schedulers, optimizers = [], []
    for inner in ast.walk(node):
        if not isinstance(inner, ast.Call):
            continue
        kind = program.kind(inner.func.value) if isinstance(inner.func, ast.Attribute) else None
        steps = isinstance(inner.func, ast.Attribute) and inner.func.attr == "step"
        if steps and isinstance(kind, str) and kind.startswith(_SCHEDULERS):
            if not kind.endswith("Plateau"):
                schedulers.append(inner)
        elif (steps and str(kind).startswith("torch.optim.")) or _calls_step(program, inner):
            optimizers.append(inner)
    if schedulers and optimizers:
        early = min(schedulers, key=lambda call: call.lineno)
        if early.lineno < min(call.lineno for call in optimizers):
            rule = RULES["scheduler-order"]
            yield Found(rule, early, rule.new, "report")


def _calls_step(program: Program, call: ast.Call) -> bool:
    """Tell whether a call is one of a function or method of this file that trains."""
    function = program.values.definition(call.func)
    return isinstance(function, ast.FunctionDef) and _steps_anything(program, function)


def _steps_anything(program: Program, function: ast.FunctionDef) -> bool:
    """Tell whether a function of this file goes back and steps what is no scheduler."""
    steps = back = False
    for node in ast.walk(function):
        match node:
            case ast.Call(func=ast.Attribute(attr="backward")):
                back = True
            case ast.Call(func=ast.Attribute(value=value, attr="step")):
                steps = steps or not _is_scheduler(program, value)
    return steps and back


# --- loaders ------------------------------------------------------------------------------------


@on(ATTRIBUTES, "next")
def iterator_next(program: Program, node: ast.AST) -> Iterator[Found]:
    """`dataiter.next()` is Python 2."""
    call = program.called(node)
    if call is None or call.args or call.keywords or not isinstance(node, ast.Attribute):
        return
    if program.kind(node.value) not in ("iterator", "iterator of data"):
        return
    rule = RULES["iterator-next"]

    def build(old: object, spell: object) -> object:
        import libcst as cst

        if not isinstance(old, cst.Call) or not isinstance(old.func, cst.Attribute):
            return None
        return cst.Call(cst.Name("next"), [cst.Arg(old.func.value)])

    free = not program.names.taken("next")
    fix = Fix(call, build) if free else None  # type: ignore[arg-type]
    yield Found(rule, call, "next(…)", rule.safety if free else "report", fix)


@on_node(ast.ClassDef)
def sampler_source(program: Program, node: ast.AST) -> Iterator[Found]:
    """`super().__init__(data_source)` of a Sampler."""
    if not isinstance(node, ast.ClassDef):
        return
    bases = {program.name(base) for base in node.bases}
    if not bases & {"torch.utils.data.Sampler", "torch.utils.data.sampler.Sampler"}:
        return
    for inner in ast.walk(node):
        match inner:
            case ast.Call(
                func=ast.Attribute(value=ast.Call(func=ast.Name(id="super")), attr="__init__"),
                args=[_],
            ):
                rule = RULES["sampler-source"]
                fix = Fix(inner, edits.called(None, None, lambda args: []))
                yield Found(rule, inner, rule.new, rule.safety, fix)


@on(ATTRIBUTES, "cummulative_sizes")
def cumulative_sizes(program: Program, node: ast.AST) -> Iterator[Found]:
    """A misspelled attribute of ConcatDataset."""
    if isinstance(node, ast.Attribute) and program.kind(node.value) == (
        "torch.utils.data.ConcatDataset"
    ):
        rule = RULES["cumulative-sizes"]
        yield Found(rule, node, rule.new, rule.safety, Fix(node, attribute("cumulative_sizes")))


@on(ATTRIBUTES, "sample_n")
def sample_n(program: Program, node: ast.AST) -> Iterator[Found]:
    """A shape is what `sample` takes."""
    call = program.called(node)
    if call is None or len(call.args) != 1 or not isinstance(node, ast.Attribute):
        return
    if str(program.kind(node.value)).startswith("torch.distributions."):
        rule = RULES["sample-n"]
        change = edits.replaced(0, None, lambda n: f"({n},)")
        yield Found(rule, call, rule.new, rule.safety, Fix(call, edits.method("sample", change)))


# --- memory and profiles ------------------------------------------------------------------------


@on(CALLS, "torch.utils.checkpoint.checkpoint", "torch.utils.checkpoint.checkpoint_sequential")
def checkpoint_reentrant(program: Program, node: ast.AST) -> Iterator[Found]:
    """The kind of checkpoint has to be given."""
    if isinstance(node, ast.Call):
        if not any(keyword.arg in ("use_reentrant", None) for keyword in node.keywords):
            rule = RULES["checkpoint-reentrant"]
            fix = Fix(node, edits.called(None, None, edits.added("use_reentrant", "False")))
            yield Found(rule, node, rule.new, rule.safety, fix)


@on(CALLS, "torch.autograd.profiler.profile", "torch.profiler.profile")
def profiler_cuda(program: Program, node: ast.AST) -> Iterator[Found]:
    """`use_cuda` has become the name of a device."""
    if not isinstance(node, ast.Call):
        return
    value = program.argument(node, "use_cuda")
    if value is None:
        return
    rule = RULES["profiler-cuda"]
    kineto = program.name(node.func) == "torch.profiler.profile"
    if kineto or not isinstance(value, ast.Constant):
        new = "activities=[ProfilerActivity.CUDA]" if kineto else rule.new
        yield Found(rule, node, new, "report")
        return
    change = (
        edits.replaced("use_cuda", "use_device", lambda _: '"cuda"')
        if value.value
        else edits.dropped("use_cuda")
    )
    new = rule.new if value.value else "leave use_cuda= out"
    yield Found(rule, node, new, rule.safety, Fix(node, edits.called(None, None, change)))


# --- files --------------------------------------------------------------------------------------


@on(CALLS, "torch.load")
def weights_only(program: Program, node: ast.AST) -> Iterator[Found]:
    """A whole model does not load."""
    if not isinstance(node, ast.Call) or program.is_open(node):
        return
    if any(keyword.arg in ("weights_only", "pickle_module") for keyword in node.keywords):
        return
    if _is_used_as_model(program, node):
        rule = RULES["weights-only"]
        fix = Fix(node, edits.called(None, None, edits.added("weights_only", "False")))
        yield Found(rule, node, rule.new, rule.safety, fix)


_OF_MODELS = frozenset("eval train parameters state_dict named_parameters forward children".split())


def _is_used_as_model(program: Program, call: ast.Call) -> bool:
    parent = program.parent(call)
    if isinstance(parent, ast.Attribute):
        if parent.attr in _OF_MODELS:
            return True
        outer = program.called(parent)
        moves = parent.attr in ("to", "cuda", "cpu")
        return bool(moves and outer is not None and _is_used_as_model(program, outer))
    if isinstance(parent, ast.Assign) and len(parent.targets) == 1:
        target = parent.targets[0]
        if isinstance(target, ast.Name):
            return any(
                isinstance(use, ast.Name)
                and use.id == target.id
                and isinstance(use.ctx, ast.Load)
                and any(binding.node is parent for binding in program.names.bindings(use))
                and _is_model_use(program, use)
                for use in program.names.expressions
            )
    return False


def _is_model_use(program: Program, use: ast.Name) -> bool:
    parent = program.parent(use)
    if isinstance(parent, ast.Attribute):
        return parent.attr in _OF_MODELS
    return isinstance(parent, ast.Call) and parent.func is use


@on(CALLS, "torch.save")
def save_model(program: Program, node: ast.AST) -> Iterator[Found]:
    """A whole model is a pickle of its code's names."""
    if not isinstance(node, ast.Call) or not node.args:
        return
    kind = program.kind(node.args[0])
    of_file = isinstance(kind, ast.ClassDef) and any(
        program.name(base) in ("torch.nn.Module", "torch.nn.Sequential") for base in kind.bases
    )
    if of_file or is_module(kind):
        rule = RULES["save-model"]
        yield Found(rule, node, rule.new, "report")
