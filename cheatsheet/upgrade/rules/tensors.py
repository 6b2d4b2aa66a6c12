"""Tensors: Variable, elements, types, masks."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import libcst as cst

from cheatsheet.upgrade import edits
from cheatsheet.upgrade.files import ASYNC
from cheatsheet.upgrade.program import Program
from cheatsheet.upgrade.rule import (
    ATTRIBUTES,
    CALLS,
    KEYWORDS,
    NAMES,
    Build,
    Fix,
    Found,
    Safety,
    Spell,
    on,
    on_node,
)  # fmt: skip
from cheatsheet.upgrade.rules.linalg import is_of_tensor
from cheatsheet.upgrade.rules.table import RULES
from cheatsheet.upgrade.values import MAKERS

_DTYPES = {
    "Float": "float32", "Double": "float64", "Half": "float16", "BFloat16": "bfloat16",
    "Byte": "uint8", "Char": "int8", "Short": "int16", "Int": "int32", "Long": "int64",
    "Bool": "bool",
}  # fmt: skip
_TYPES = {
    f"torch.{device}{name}Tensor": (dtype, bool(device))
    for name, dtype in _DTYPES.items()
    for device in ("", "cuda.", "either.")
}


# --- Variable -----------------------------------------------------------------------------------


@on(NAMES, "torch.autograd.Variable")
def variable(program: Program, node: ast.AST) -> Iterator[Found]:
    """A tensor is what Variable made of it."""
    if not isinstance(node, ast.expr):
        return
    call = program.called(node)
    if call is None:
        yield from _variable_as_type(program, node)
        return
    rule = RULES["variable"]
    given = {keyword.arg for keyword in call.keywords}
    if "volatile" in given:
        rule = RULES["volatile"]
    if program.is_open(call) or len(call.args) > 2 or not given <= {
        "data", "requires_grad", "volatile",
    }:  # fmt: skip
        yield Found(rule, call, rule.new, "report")
        return
    data = program.argument(call, "data", 0)
    gradient = program.argument(call, "requires_grad", 1)
    if data is None:
        yield Found(rule, call, "torch.empty(0)", "report")
        return
    free = program.values.needs_no_gradient(data)
    wants = gradient is not None and not (
        isinstance(gradient, ast.Constant) and gradient.value is False
    )
    fresh = isinstance(data, ast.Call) and free and _is_made(program, data)
    new = "{}" if free and (fresh or not wants) else "{}.detach()"
    if wants and gradient is not None:
        literal = isinstance(gradient, ast.Constant)
        new += f".requires_grad_({'' if literal else ast.unparse(gradient)})"
    shown = new.format("x") if "volatile" not in given else "x, under torch.no_grad()"
    fix = Fix(call, _unwrapped(new, _is_tight(program, call)), (node, None))
    yield Found(rule, call, shown, rule.safety, fix)


def _is_made(program: Program, call: ast.Call) -> bool:
    """Tell whether a call makes a tensor that nothing else refers to."""
    name = program.name(call.func)
    if name is not None:
        return name in _TYPES or name.rpartition(".")[2] in MAKERS - {"from_numpy", "as_tensor"}
    made = call.func.value if isinstance(call.func, ast.Attribute) else None
    return isinstance(made, ast.Call) and _is_made(program, made)


def _is_tight(program: Program, call: ast.Call) -> bool:
    """Tell whether what replaces a call needs brackets unless it is one word."""
    return not isinstance(
        program.parent(call),
        (ast.Assign, ast.Return, ast.keyword, ast.Expr, ast.Tuple, ast.List, ast.AugAssign),
    ) and not (isinstance(parent := program.parent(call), ast.Call) and call in parent.args)


def _unwrapped(template: str, tight: bool) -> Build:
    def build(node: cst.CSTNode, spell: Spell) -> cst.CSTNode | None:
        if not isinstance(node, cst.Call):
            return None
        place = edits.find(node.args, "data") or 0
        value = node.args[place].value
        if edits.has_comment(node) and not edits.has_comment(value):
            value = edits.bracketed(node, place)
        if template == "{}":
            return edits.atom(value, tight)
        return cst.parse_expression(template.format(edits.code(edits.atom(value))))

    return build


def _variable_as_type(program: Program, node: ast.expr) -> Iterator[Found]:
    """`isinstance(x, Variable)` and annotations mean a tensor."""
    parent = program.parent(node)
    call = parent
    if isinstance(parent, ast.Tuple):
        call = program.parent(parent)
    checks = isinstance(call, ast.Call) and program.name(call.func) in (
        "builtins.isinstance", "builtins.issubclass",
    )  # fmt: skip
    annotates = isinstance(parent, (ast.arg, ast.FunctionDef, ast.AnnAssign))
    rule = RULES["variable"]
    compares = isinstance(parent, ast.Compare)  # `type(h) == Variable` never holds
    if checks or annotates or compares:
        fix = Fix(node, edits.spelled(node, "torch.Tensor"), (node, "torch.Tensor"))
        safety: Safety = "unsafe" if compares else rule.safety
        yield Found(rule, node, "torch.Tensor", safety, fix)
    elif not isinstance(parent, ast.Attribute):
        yield Found(rule, node, "torch.Tensor", "report")


@on(ATTRIBUTES, "volatile")
def volatile_attribute(program: Program, node: ast.AST) -> Iterator[Found]:
    """Setting `x.volatile` does nothing."""
    if isinstance(node, ast.Attribute) and program.values.is_tensor(node.value):
        yield Found(RULES["volatile"], node, "with torch.no_grad():", "report")


# --- one element --------------------------------------------------------------------------------

#: What a value is called that has one element, where its origin is not seen.
_LOSS = re.compile(r"(?:^|[._])(?:\w*_)?(?:loss|err|error|cost)(?:_?[A-Za-z]|\d)?$", re.IGNORECASE)
_PASSING = frozenset("data detach cpu numpy tolist float".split())


@on_node(ast.Subscript)
def data_item(program: Program, node: ast.AST) -> Iterator[Found]:
    """`loss.data[0]` of a tensor without dimensions raises."""
    if not isinstance(node, ast.Subscript) or not isinstance(node.ctx, ast.Load):
        return
    if not (isinstance(node.slice, ast.Constant) and node.slice.value == 0):
        return
    base, steps = node.value, 0
    while True:
        if isinstance(base, ast.Attribute) and base.attr == "data":
            base, steps = base.value, steps + 1
        elif (
            isinstance(base, ast.Call)
            and isinstance(base.func, ast.Attribute)
            and base.func.attr in _PASSING
            and not base.args
        ):
            base, steps = base.func.value, steps + 1
        else:
            break
    if isinstance(base, (ast.Name, ast.Attribute, ast.Call, ast.BinOp)):
        kind = program.kind(base)
        likely = kind is None and steps and _LOSS.search(ast.unparse(base)) is not None
        if kind == "scalar" or (kind == "single" and steps) or likely:
            rule = RULES["data-item"]
            safety: Safety = "unsafe" if likely else rule.safety
            yield Found(rule, node, ".item()", safety, Fix(node, _item(steps)))


def _item(steps: int) -> Build:
    def build(node: cst.CSTNode, spell: Spell) -> cst.CSTNode | None:
        base = node.value if isinstance(node, cst.Subscript) else None
        for _ in range(steps):
            if isinstance(base, cst.Call):
                base = base.func
            if isinstance(base, cst.Attribute):
                base = base.value
        if not isinstance(base, cst.BaseExpression):
            return None
        return cst.Call(cst.Attribute(edits.atom(base), cst.Name("item")))

    return build


@on(KEYWORDS, "retain_variables")
def retain_variables(program: Program, node: ast.AST) -> Iterator[Found]:
    """`backward(retain_variables=True)`."""
    if isinstance(node, ast.Call):
        rule = RULES["retain-variables"]
        change = edits.renamed("retain_variables", "retain_graph")
        yield Found(rule, node, rule.new, rule.safety, Fix(node, edits.called(None, None, change)))


# --- types --------------------------------------------------------------------------------------


@on(CALLS, *_TYPES)
def legacy_constructor(program: Program, node: ast.AST) -> Iterator[Found]:
    """`torch.FloatTensor([1, 2])`: data; `torch.FloatTensor(2, 3)`: sizes."""
    if not isinstance(node, ast.Call):
        return
    rule = RULES["legacy-tensor-types"]
    dtype, cuda = _TYPES[program.name(node.func) or ""]
    first = node.args[0] if node.args else None
    lists = len(node.args) == 1 and isinstance(first, (ast.List, ast.ListComp))
    sizes = bool(node.args) and all(
        isinstance(arg, ast.Constant) and isinstance(arg.value, int) for arg in node.args
    )
    device = ', device="cuda"' if cuda else ""
    made = "torch.empty" if sizes or not node.args else "torch.tensor"
    new = f"{made}({'sizes' if sizes else 'data'}, dtype=torch.{dtype}{device})"
    either = (program.name(node.func) or "").startswith("torch.either.")
    if either or node.keywords or not (lists or sizes):
        yield Found(rule, node, new, "report")
        return

    def build(old: cst.CSTNode, spell: Spell) -> cst.CSTNode | None:
        changes = [edits.added("dtype", spell(f"torch.{dtype}", node.func))]
        if cuda:
            changes.append(edits.added("device", '"cuda"'))
        return edits.called(node.func, made, *changes)(old, spell)

    yield Found(rule, node, new, rule.safety, Fix(node, build, (node.func, made)))


@on(ATTRIBUTES, "type")
def type_by_name(program: Program, node: ast.AST) -> Iterator[Found]:
    """`x.type(torch.FloatTensor)`, `x.type("torch.LongTensor")`."""
    call = program.called(node)
    if call is None or len(call.args) != 1 or call.keywords:
        return
    wanted = call.args[0]
    name = wanted.value if isinstance(wanted, ast.Constant) else program.name(wanted)
    if not isinstance(name, str) or name not in _TYPES:
        return
    rule = RULES["tensor-type-name"]
    dtype, cuda = _TYPES[name]
    new = f'.to("cuda", torch.{dtype})' if cuda else f".to(torch.{dtype})"
    if program.names.visible("torch", call) is None or name.startswith("torch.either."):
        yield Found(rule, call, new, "report")
        return

    def build(old: cst.CSTNode, spell: Spell) -> cst.CSTNode | None:
        changes = [edits.replaced(0, None, lambda _: spell(f"torch.{dtype}", call.func))]
        if cuda:
            changes.insert(0, edits.first('"cuda"'))
            changes[1] = edits.replaced(1, None, lambda _: spell(f"torch.{dtype}", call.func))
        return edits.method("to", *changes)(old, spell)

    yield Found(rule, call, new, rule.safety, Fix(call, build))


@on(CALLS, "torch.set_default_tensor_type")
def default_tensor_type(program: Program, node: ast.AST) -> Iterator[Found]:
    """The dtype and the device are set apart."""
    if not isinstance(node, ast.Call) or len(node.args) != 1:
        return
    rule = RULES["default-tensor-type"]
    wanted = node.args[0]
    name = wanted.value if isinstance(wanted, ast.Constant) else program.name(wanted)
    dtype, cuda = _TYPES.get(str(name), ("", True))
    new = "torch.set_default_dtype"
    if not dtype:
        yield Found(rule, node, f"{new}, torch.set_default_device", "report")
        return
    if cuda:
        shown = f'{new}(torch.{dtype}); torch.set_default_device("cuda")'
        yield Found(rule, node, shown, "report")
        return

    def build(old: cst.CSTNode, spell: Spell) -> cst.CSTNode | None:
        change = edits.replaced(0, None, lambda _: spell(f"torch.{dtype}", node.func))
        return edits.called(node.func, new, change)(old, spell)

    shown = f"{new}(torch.{dtype})"
    yield Found(rule, node, shown, rule.safety, Fix(node, build, (node.func, new)))


@on(CALLS, *(f"torch.sparse.{name}Tensor" for name in _DTYPES))
def sparse_constructor(program: Program, node: ast.AST) -> Iterator[Found]:
    """`torch.sparse.FloatTensor(indices, values, size)`."""
    if isinstance(node, ast.Call):
        rule = RULES["sparse-constructors"]
        new = "torch.sparse_coo_tensor"
        plain = 2 <= len(node.args) <= 3 and not program.is_open(node) and not node.keywords
        fix = Fix(node, edits.called(node.func, new), (node.func, new)) if plain else None
        yield Found(rule, node, new, rule.safety if plain else "report", fix)


# --- functions ----------------------------------------------------------------------------------


@on(CALLS, "torch.range")
def inclusive_range(program: Program, node: ast.AST) -> Iterator[Found]:
    """`torch.range(0, 3)` ends with 3 and holds floats."""
    if not isinstance(node, ast.Call):
        return
    rule = RULES["range"]
    new = "torch.arange(start, end + 1)"
    plain = len(node.args) == 2 and not program.is_open(node)
    names = {keyword.arg for keyword in node.keywords}
    floats = any(
        not float(arg.value).is_integer()
        for arg in node.args
        if isinstance(arg, ast.Constant) and isinstance(arg.value, (int, float))
    )
    if floats or not plain or not names <= {"dtype", "device", "requires_grad"}:
        yield Found(rule, node, new, "report")
        return

    def after(end: str) -> str:
        return str(int(end) + 1) if re.fullmatch(r"\d+", end) else f"{end} + 1"

    def build(old: cst.CSTNode, spell: Spell) -> cst.CSTNode | None:
        kept = spell("torch.get_default_dtype", node.func) + "()"
        changes = [edits.replaced(1, None, after), edits.added("dtype", kept)]
        return edits.called(node.func, "torch.arange", *changes)(old, spell)

    yield Found(rule, node, new, rule.safety, Fix(node, build, (node.func, "torch.arange")))


@on(CALLS, "torch.norm")
def norm(program: Program, node: ast.AST) -> Iterator[Found]:
    """`p` has become `ord`, and the kinds of norm have functions of their own."""
    if not isinstance(node, ast.Call):
        return
    rule = RULES["norm"]
    order = program.argument(node, "p", 1)
    new = "torch.linalg.vector_norm"
    if isinstance(order, ast.Constant) and order.value == "nuc":
        yield Found(rule, node, 'torch.linalg.matrix_norm(x, ord="nuc")', "report")
        return
    changes = [edits.renamed("p", "ord"), edits.renamed("input", "x")]
    if isinstance(order, ast.Constant) and order.value == "fro":
        place = 1 if len(node.args) > 1 else "ord"
        changes.append(edits.replaced(place, None, lambda _: "2"))
    text = isinstance(order, ast.Constant) and isinstance(order.value, str)
    known = order is None or (
        isinstance(order, ast.Constant) and (not text or order.value == "fro")
    )
    inf = order is not None and program.name(order) in (
        "numpy.inf", "math.inf", "torch.inf", "numpy.Inf",
    )  # fmt: skip
    signed = isinstance(order, ast.UnaryOp)
    infinite = isinstance(order, ast.Call) and program.name(order.func) == "builtins.float"
    safety: Safety = rule.safety if known or inf or signed or infinite else "unsafe"
    if program.is_open(node) or len(node.args) > 4:
        yield Found(rule, node, new, "report")
        return
    fix = Fix(node, edits.called(node.func, new, *changes), (node.func, new))
    yield Found(rule, node, new, safety, fix)


_NUMBER_FIRST = {"add": "alpha", "sub": "alpha", "addcmul": "value", "addcdiv": "value"}


def _number_first(program: Program, call: ast.Call, name: str, place: int) -> Iterator[Found]:
    argument = _NUMBER_FIRST[name.rstrip("_")]
    needed = place + (2 if argument == "alpha" else 3)
    if len(call.args) != needed or program.is_open(call):
        return
    rule = RULES["scalar-first"]
    order = [*range(place), *range(place + 1, needed), place]
    changes = [edits.reordered(*order), edits.named(needed - 1, argument)]
    fix = Fix(call, edits.called(None, None, *changes))
    yield Found(rule, call, f"{argument}= at the end", rule.safety, fix)


@on(CALLS, *(f"torch.{name}" for name in _NUMBER_FIRST))
def number_first(program: Program, node: ast.AST) -> Iterator[Found]:
    """`torch.add(x, 2, y)`: x + 2 * y."""
    if isinstance(node, ast.Call):
        yield from _number_first(program, node, (program.name(node.func) or "")[6:], 1)


@on(ATTRIBUTES, *_NUMBER_FIRST, *(f"{name}_" for name in _NUMBER_FIRST))
def number_first_in_place(program: Program, node: ast.AST) -> Iterator[Found]:
    """`p.data.add_(-lr, grad)`: no other library has these names with an underscore."""
    call = program.called(node)
    if call is None or not isinstance(node, ast.Attribute):
        return
    if program.name(node.value) is None and (
        node.attr.endswith("_") or node.attr.startswith("addc") or is_of_tensor(program, node)
    ):
        yield from _number_first(program, call, node.attr, 0)


@on(CALLS, "torch.meshgrid")
def meshgrid(program: Program, node: ast.AST) -> Iterator[Found]:
    """The order of the dimensions has to be given."""
    if isinstance(node, ast.Call) and not any(k.arg in ("indexing", None) for k in node.keywords):
        rule = RULES["meshgrid-indexing"]
        fix = Fix(node, edits.called(None, None, edits.added("indexing", '"ij"')))
        yield Found(rule, node, rule.new, rule.safety, fix)


@on(CALLS, "torch.cross")
def cross(program: Program, node: ast.AST) -> Iterator[Found]:
    """Without `dim` it is the first dimension of size 3."""
    if isinstance(node, ast.Call) and program.argument(node, "dim", 2) is None:
        if not program.is_open(node):
            rule = RULES["cross-dim"]
            fix = Fix(node, edits.called(None, None, edits.added("dim", "-1")))
            yield Found(rule, node, rule.new, rule.safety, fix)


@on(CALLS, "torch.stft")
def stft(program: Program, node: ast.AST) -> Iterator[Found]:
    """The result is complex, and this has to be said."""
    if isinstance(node, ast.Call) and not program.is_open(node):
        if program.argument(node, "return_complex") is None:
            rule = RULES["stft-complex"]
            yield Found(rule, node, rule.new, "report")


@on(ATTRIBUTES, "resize", "resize_as")
def resize(program: Program, node: ast.AST) -> Iterator[Found]:
    """The method without an underscore."""
    call = program.called(node)
    if call is not None and isinstance(node, ast.Attribute) and is_of_tensor(program, node):
        rule = RULES["resize"]
        new = "reshape" if node.attr == "resize" else "reshape_as"
        yield Found(rule, call, new, rule.safety, Fix(call, edits.method(new)))


@on(ATTRIBUTES, "storage")
def storage(program: Program, node: ast.AST) -> Iterator[Found]:
    """The storage of a tensor has no type any more."""
    call = program.called(node)
    if call is not None and isinstance(node, ast.Attribute) and is_of_tensor(program, node):
        yield Found(RULES["typed-storage"], call, "untyped_storage()", "report")


@on(ATTRIBUTES, "reinforce")
def reinforce(program: Program, node: ast.AST) -> Iterator[Found]:
    """Stochastic functions are gone."""
    call = program.called(node)
    if call is not None and isinstance(node, ast.Attribute) and is_of_tensor(program, node):
        rule = RULES["reinforce"]
        yield Found(rule, call, rule.new, "report")


# --- transposed, masked -------------------------------------------------------------------------


@on(ATTRIBUTES, "T")
def transposed(program: Program, node: ast.AST) -> Iterator[Found]:
    """`.T` of a tensor whose number of dimensions is seen and is not two."""
    if not isinstance(node, ast.Attribute) or not isinstance(node.ctx, ast.Load):
        return
    dimensions = _dimensions(program, node.value)
    if dimensions is None or dimensions < 3:
        return
    rule = RULES["tensor-t"]
    order = ", ".join(map(str, reversed(range(dimensions))))

    def build(old: cst.CSTNode, spell: Spell) -> cst.CSTNode | None:
        if not isinstance(old, cst.Attribute):
            return None
        return cst.parse_expression(f"{edits.code(edits.atom(old.value))}.permute({order})")

    yield Found(rule, node, f".permute({order})", rule.safety, Fix(node, build))


def _dimensions(program: Program, node: ast.expr) -> int | None:
    """Return how many dimensions a tensor has that is made with its sizes."""
    if isinstance(node, ast.Name):
        found = program.names.bindings(node)
        if len(found) == 1 and found[0].kind == "assign" and found[0].value is not None:
            return _dimensions(program, found[0].value)
    if isinstance(node, ast.Call) and program.name(node.func) in {
        f"torch.{name}" for name in ("rand", "randn", "zeros", "ones", "empty")
    }:
        sizes = node.args
        if len(sizes) == 1 and isinstance(sizes[0], (ast.Tuple, ast.List)):
            sizes = sizes[0].elts
        if len(sizes) > 1 and not any(isinstance(size, ast.Starred) for size in sizes):
            return len(sizes)
    return None


@on(ATTRIBUTES, "masked_fill", "masked_fill_", "masked_select", "masked_scatter", "masked_scatter_")
def byte_mask_argument(program: Program, node: ast.AST) -> Iterator[Found]:
    """`x.masked_fill(mask.byte(), 0)` raises."""
    call = program.called(node)
    if call is not None and call.args:
        yield from _byte_mask(program, call.args[0])


@on_node(ast.Subscript)
def byte_mask_index(program: Program, node: ast.AST) -> Iterator[Found]:
    """`x[mask.byte()]` warns."""
    if isinstance(node, ast.Subscript):
        yield from _byte_mask(program, node.slice)


def _byte_mask(program: Program, mask: ast.expr) -> Iterator[Found]:
    made = mask
    if isinstance(mask, ast.Name):
        found = program.names.bindings(mask)
        if len(found) != 1 or found[0].kind != "assign" or found[0].value is None:
            return
        made = found[0].value
    if not (
        isinstance(made, ast.Call)
        and isinstance(made.func, ast.Attribute)
        and made.func.attr == "byte"
        and not made.args
        and program.name(made.func) is None
    ):
        return
    rule = RULES["byte-mask"]
    compares = isinstance(made.func.value, ast.Compare)
    if made is mask and compares:
        yield Found(rule, mask, ".bool()", rule.safety, Fix(mask, edits.method("bool")))
        return

    def build(old: cst.CSTNode, spell: Spell) -> cst.CSTNode | None:
        if not isinstance(old, cst.BaseExpression):
            return None
        return cst.Call(cst.Attribute(edits.atom(old), cst.Name("bool")))

    yield Found(rule, mask, ".bool()", rule.safety, Fix(mask, build))


@on(KEYWORDS, ASYNC)
def async_argument(program: Program, node: ast.AST) -> Iterator[Found]:
    """`x.cuda(async=True)`."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        rule = RULES["async-argument"]
        known = node.func.attr in ("cuda", "to", "copy_", "type", "cpu")
        change = edits.renamed(ASYNC, "non_blocking")
        fix = Fix(node, edits.called(None, None, change)) if known else None
        yield Found(rule, node, rule.new, rule.safety if fix else "report", fix)
