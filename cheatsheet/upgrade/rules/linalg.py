"""Linear algebra: torch.qr and its kin, which live in torch.linalg."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

import libcst as cst

from cheatsheet.upgrade import edits
from cheatsheet.upgrade.program import Program
from cheatsheet.upgrade.rule import ATTRIBUTES, CALLS, Build, Fix, Found, Safety, Spell, on
from cheatsheet.upgrade.rules.table import RULES

#: Methods that nothing but a tensor has; the others need a value that is known to be one.
_DISTINCT = frozenset(
    "symeig lstsq btrifact gels gesv trtrs potrf potri potrs pstrf chain_matmul".split()
)


def is_of_tensor(program: Program, func: ast.Attribute) -> bool:
    """Tell whether a method is called on a tensor."""
    if program.name(func.value) is not None:
        return False
    return program.values.is_tensor(func.value)


def both(name: str) -> Callable[[Callable[..., Iterator[Found]]], None]:
    """Check calls of a function of torch, and of the method of its name."""

    def register(check: Callable[..., Iterator[Found]]) -> None:
        def function(program: Program, node: ast.AST) -> Iterator[Found]:
            if isinstance(node, ast.Call):
                yield from check(program, node, 0)

        def method(program: Program, node: ast.AST) -> Iterator[Found]:
            call = program.called(node)
            if call is None or not isinstance(node, ast.Attribute):
                return
            if is_of_tensor(program, node):
                yield from check(program, call, 1)
            elif name in _DISTINCT and program.name(node.value) is None:
                for found in check(program, call, 1):
                    if found.safety == "safe":
                        found.safety = "unsafe"
                    yield found

        on(CALLS, f"torch.{name}")(function)
        on(ATTRIBUTES, name)(method)

    return register


def _moved(call: ast.Call, name: str, is_method: int, *changes: edits.Edit) -> Fix:
    """Call a function of torch.linalg; the value of a method becomes the first argument."""
    full = f"torch.linalg.{name}"

    def build(node: cst.CSTNode, spell: Spell) -> cst.CSTNode | None:
        if not isinstance(node, cst.Call):
            return None
        if is_method:
            if not isinstance(node.func, cst.Attribute):
                return None
            value = cst.Arg(node.func.value)
            rest = [value.with_changes(comma=edits._COMMA), *node.args] if node.args else [value]
            node = node.with_changes(args=rest)
        return edits.called(call.func, full, *changes)(node, spell)

    return Fix(call, build, (call.func, full))


def _is(node: ast.expr | None, value: object) -> bool:
    return isinstance(node, ast.Constant) and node.value is value


@both("qr")
def qr(program: Program, call: ast.Call, first: int) -> Iterator[Found]:
    """`some` has become `mode`."""
    some = program.argument(call, "some", 1 - first)
    rule = RULES["qr"]
    if program.is_open(call) or (some is not None and not isinstance(some, ast.Constant)):
        yield Found(rule, call, "torch.linalg.qr(A, mode=…)", "report")
        return
    changes = [] if some is None else [_cut(1 - first + first, "some")]
    if _is(some, False):
        changes.append(edits.added("mode", '"complete"'))
    new = 'torch.linalg.qr(A, mode="complete")' if _is(some, False) else "torch.linalg.qr(A)"
    yield Found(rule, call, new, rule.safety, _moved(call, "qr", first, *changes))


def _cut(place: int, name: str) -> edits.Edit:
    """Leave out an argument that is given by its place or by its name."""

    def edit(args: list[cst.Arg]) -> list[cst.Arg]:
        if edits.find(args, name) is None and place < len(args):
            args = edits.named(place, name)(args)
        return edits.dropped(name)(args)

    return edit


@both("symeig")
def symeig(program: Program, call: ast.Call, first: int) -> Iterator[Found]:
    """The upper triangle was the default; eigh takes the lower one."""
    rule = RULES["symeig"]
    upper = program.argument(call, "upper", 2 - first)
    new = 'torch.linalg.eigh(A, UPLO="U")'
    if program.is_open(call):
        yield Found(rule, call, new, "report")
        return
    triangle = '"U"'
    if upper is not None and not _is(upper, True):
        triangle = '"L"' if _is(upper, False) else f'"U" if {ast.unparse(upper)} else "L"'
    changes = [_cut(2, "upper"), _cut(1, "eigenvectors"), edits.added("UPLO", triangle)]
    yield Found(rule, call, new, rule.safety, _moved(call, "eigh", first, *changes))


@both("cholesky")
def cholesky(program: Program, call: ast.Call, first: int) -> Iterator[Found]:
    """`upper` is given by name."""
    rule = RULES["cholesky"]
    changes = [edits.named(1, "upper")] if len(call.args) + first > 1 else []
    fix = None if program.is_open(call) else _moved(call, "cholesky", first, *changes)
    yield Found(rule, call, "torch.linalg.cholesky(A)", rule.safety if fix else "report", fix)


@on(CALLS, "torch.matrix_rank")
def matrix_rank(program: Program, node: ast.AST) -> Iterator[Found]:
    """`symmetric` has become `hermitian`."""
    if isinstance(node, ast.Call):
        rule = RULES["matrix-rank"]
        changes = [edits.renamed("symmetric", "hermitian")]
        if len(node.args) > 2:
            changes.append(edits.named(2, "hermitian"))
        fix = _moved(node, "matrix_rank", 0, *changes)
        yield Found(rule, node, "torch.linalg.matrix_rank(A)", rule.safety, fix)


@on(CALLS, "torch.chain_matmul")
def chain_matmul(program: Program, node: ast.AST) -> Iterator[Found]:
    """The matrices are given as a list."""
    if not isinstance(node, ast.Call):
        return
    rule = RULES["chain-matmul"]

    def listed(args: list[cst.Arg]) -> list[cst.Arg]:
        last = args[-1].comma
        elements: list[cst.BaseElement] = []
        for arg in args:
            comma = arg.comma if arg is not args[-1] else cst.MaybeSentinel.DEFAULT
            kind = cst.StarredElement if arg.star else cst.Element
            elements.append(kind(arg.value, comma=comma))
        after = args[-1].whitespace_after_arg
        return [cst.Arg(cst.List(elements), comma=last, whitespace_after_arg=after)]

    plain = bool(node.args) and not node.keywords
    fix = _moved(node, "multi_dot", 0, listed) if plain else None
    new = "torch.linalg.multi_dot([A, B, C])"
    yield Found(rule, node, new, rule.safety if fix else "report", fix)


@both("lu")
def lu(program: Program, call: ast.Call, first: int) -> Iterator[Found]:
    """With `get_infos` it has three results, as lu_factor_ex."""
    rule = RULES["lu"]
    plain = program.argument(call, "get_infos", 2 - first) is None and not program.is_open(call)
    changes = [edits.named(1, "pivot")] if len(call.args) + first > 1 else []
    fix = _moved(call, "lu_factor", first, *changes) if plain else None
    new = "torch.linalg.lu_factor(A)" if plain else "torch.linalg.lu_factor_ex(A)"
    yield Found(rule, call, new, rule.safety if fix else "report", fix)


@on(CALLS, "torch.lu_solve")
def lu_solve(program: Program, node: ast.AST) -> Iterator[Found]:
    """The right side is the last argument."""
    if isinstance(node, ast.Call):
        rule = RULES["lu-solve"]
        plain = len(node.args) == 3 and not program.is_open(node)
        fix = _moved(node, "lu_solve", 0, edits.reordered(1, 2, 0)) if plain else None
        new = "torch.linalg.lu_solve(LU, pivots, B)"
        yield Found(rule, node, new, rule.safety if fix else "report", fix)


@both("svd")
def svd(program: Program, call: ast.Call, first: int) -> Iterator[Found]:
    """Report the method; the function is in the table of names."""
    if first:
        yield Found(RULES["svd"], call, "torch.linalg.svd(A, full_matrices=False)", "report")


@both("eig")
def eig(program: Program, call: ast.Call, first: int) -> Iterator[Found]:
    """Report the method; the function is in the table of names."""
    if first:
        yield Found(RULES["eig"], call, "torch.linalg.eig(A)", "report")


# --- two results, of which one is left ----------------------------------------------------------


def _only_first(program: Program, call: ast.Call) -> ast.AST | None:
    """Return the node that takes the first result of a call alone."""
    parent = program.parent(call)
    if isinstance(parent, ast.Subscript) and parent.value is call and _is_zero(parent.slice):
        return parent
    if isinstance(parent, ast.Attribute) and parent.attr == "solution":
        return parent
    if isinstance(parent, ast.Assign) and parent.value is call and len(parent.targets) == 1:
        target = parent.targets[0]
        pair = isinstance(target, ast.Tuple) and len(target.elts) == 2
        if pair and isinstance(target, ast.Tuple) and program.is_unused(target.elts[1]):
            return parent
    return None


def _is_zero(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value == 0


def _first_result(name: str, call: ast.Call, is_method: int, *changes: edits.Edit) -> Build:
    """Call a function with one result where the first of two was taken."""
    new_call = _moved(call, name, is_method, *changes).build

    def build(node: cst.CSTNode, spell: Spell) -> cst.CSTNode | None:
        if isinstance(node, (cst.Subscript, cst.Attribute)):
            return new_call(node.value, spell)
        if isinstance(node, cst.Assign):
            target = node.targets[0]
            made = new_call(node.value, spell)
            if not isinstance(target.target, cst.Tuple) or made is None:
                return None
            first = target.target.elements[0].value
            return node.with_changes(targets=[target.with_changes(target=first)], value=made)
        return None

    return build


def _solved(
    program: Program, call: ast.Call, rule_name: str, new: str, changes: list[edits.Edit],
    is_method: int, plain: bool,
) -> Found:  # fmt: skip
    rule = RULES[rule_name]
    full = f"torch.linalg.{new.partition('(')[0]}"
    around = _only_first(program, call) if plain else None
    if around is None:
        return Found(rule, call, f"torch.linalg.{new}", "report")
    name = full.removeprefix("torch.linalg.")
    build = _first_result(name, call, is_method, *changes)
    found = Found(rule, around, f"torch.linalg.{new}", rule.safety)
    found.fix = Fix(around, build, (call.func, full))
    return found


@both("solve")
def solve(program: Program, call: ast.Call, first: int) -> Iterator[Found]:
    """The matrix comes first, and there is one result."""
    plain = len(call.args) + first == 2 and not call.keywords and not program.is_open(call)
    swap: list[edits.Edit] = [edits.reordered(1, 0)]
    yield _solved(program, call, "solve", "solve(A, B)", swap, first, plain)


@both("triangular_solve")
def triangular_solve(program: Program, call: ast.Call, first: int) -> Iterator[Found]:
    """The matrix comes first, `upper` has to be given, and there is one result."""
    known = {keyword.arg for keyword in call.keywords} <= {"upper", "unitriangular"}
    places = len(call.args) + first
    plain = 2 <= places <= 3 and known and not program.is_open(call)
    changes: list[edits.Edit] = [edits.reordered(1, 0)]
    changes.append(edits.named(2, "upper") if places == 3 else edits.added("upper", "True"))
    new = "solve_triangular(A, B, upper=True)"
    yield _solved(program, call, "triangular-solve", new, changes, first, plain)


@both("lstsq")
def lstsq(program: Program, call: ast.Call, first: int) -> Iterator[Found]:
    """The matrix comes first; the solution has as many rows as the matrix columns."""
    rule = RULES["lstsq"]
    new = "torch.linalg.lstsq(A, B).solution"
    parent = program.parent(call)
    plain = len(call.args) + first == 2 and not program.is_open(call) and not call.keywords
    safety: Safety = rule.safety
    moved = _moved(call, "lstsq", first, edits.reordered(1, 0))
    fix: Fix | None = moved
    if isinstance(parent, ast.Assign) and isinstance(parent.targets[0], ast.Tuple):

        def two(node: cst.CSTNode, spell: Spell) -> cst.CSTNode | None:
            made = moved.build(node, spell)
            return None if made is None else cst.parse_expression(f"{edits.code(made)}[:2]")

        fix = Fix(call, two, moved.moved)
    yield Found(rule, call, new, safety if plain else "report", fix if plain else None)
