"""New nodes from old ones, with LibCST: what stays keeps its own formatting and comments."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence

import libcst as cst

from cheatsheet.upgrade.rule import Build, Spell

#: Changes the arguments of a call.
Edit = Callable[[list[cst.Arg]], list[cst.Arg]]


def code(node: cst.CSTNode) -> str:
    """Return the code of a node."""
    return cst.Module(body=[]).code_for_node(node)


def find(args: Sequence[cst.Arg], name: str) -> int | None:
    """Return the place of an argument that is given by name."""
    for place, arg in enumerate(args):
        if arg.keyword is not None and arg.keyword.value == name:
            return place
    return None


def _without(args: list[cst.Arg], place: int) -> list[cst.Arg]:
    gone = args[place]
    rest = args[:place] + args[place + 1 :]
    if rest and place == len(args) - 1 and not has_comment(rest[-1]):
        rest[-1] = rest[-1].with_changes(
            comma=gone.comma, whitespace_after_arg=gone.whitespace_after_arg
        )
    return rest


def keyword(name: str, value: str | cst.BaseExpression) -> cst.Arg:
    """Return an argument given by name."""
    return cst.Arg(
        keyword=cst.Name(name),
        value=cst.parse_expression(value) if isinstance(value, str) else value,
        equal=cst.AssignEqual(cst.SimpleWhitespace(""), cst.SimpleWhitespace("")),
    )


def renamed(old: str, new: str) -> Edit:
    """Give an argument another name."""

    def edit(args: list[cst.Arg]) -> list[cst.Arg]:
        place = find(args, old)
        if place is not None:
            args[place] = args[place].with_changes(keyword=cst.Name(new))
        return args

    return edit


def dropped(*names: str) -> Edit:
    """Leave out arguments that are given by name."""

    def edit(args: list[cst.Arg]) -> list[cst.Arg]:
        for name in names:
            place = find(args, name)
            if place is not None:
                args = _without(args, place)
        return args

    return edit


def added(name: str, value: str) -> Edit:
    """Give one more argument by name, at the end."""

    def edit(args: list[cst.Arg]) -> list[cst.Arg]:
        if find(args, name) is not None:
            return args
        new = keyword(name, value)
        if args and args[-1].star == "**":
            return [*args[:-1], new.with_changes(comma=_COMMA), args[-1]]
        if args:
            last = args[-1]
            if isinstance(last.comma, cst.Comma):  # a trailing comma, often on a line of its own
                args[-1] = last.with_changes(comma=_between(args))
                new = new.with_changes(comma=last.comma)
            else:
                new = new.with_changes(whitespace_after_arg=last.whitespace_after_arg)
                args[-1] = last.with_changes(
                    comma=_between(args), whitespace_after_arg=cst.SimpleWhitespace("")
                )
        return [*args, new]

    return edit


_COMMA = cst.Comma(whitespace_after=cst.SimpleWhitespace(" "))


def _between(args: Sequence[cst.Arg]) -> cst.Comma:
    """Return the comma that stands between the arguments of a call."""
    commas = [arg.comma for arg in args[:-1] if isinstance(arg.comma, cst.Comma)]
    return commas[-1] if commas and not has_comment(commas[-1]) else _COMMA


def has_comment(node: cst.CSTNode) -> bool:
    """Tell whether there is a comment in a node."""
    return "#" in code(node)


def first(value: str) -> Edit:
    """Give one more argument, before all others."""

    def edit(args: list[cst.Arg]) -> list[cst.Arg]:
        new = cst.Arg(cst.parse_expression(value))
        return [new.with_changes(comma=_COMMA), *args] if args else [new]

    return edit


def replaced(place: int | str, name: str | None, value: Callable[[str], str]) -> Edit:
    """Give an argument another value, made from the code of the old one, and a name."""

    def edit(args: list[cst.Arg]) -> list[cst.Arg]:
        at = find(args, place) if isinstance(place, str) else place
        if at is None or at >= len(args):
            return args
        old = args[at]
        new = cst.parse_expression(value(code(old.value)))
        if name is None:
            args[at] = old.with_changes(value=new)
        else:
            args[at] = keyword(name, new).with_changes(
                comma=old.comma, whitespace_after_arg=old.whitespace_after_arg
            )
        return args

    return edit


def named(place: int, name: str) -> Edit:
    """Give an argument by name that was given by its place."""
    return replaced(place, name, lambda old: old)


def reordered(*order: int) -> Edit:
    """Put the first arguments into another order; commas stay where they are."""

    def edit(args: list[cst.Arg]) -> list[cst.Arg]:
        old = list(args)
        for to, place in enumerate(order):
            args[to] = old[place].with_changes(
                comma=old[to].comma, whitespace_after_arg=old[to].whitespace_after_arg
            )
        return args

    return edit


def called(func: ast.expr | None, name: str | None, *edits: Edit) -> Build:
    """Call a function under another qualified name, with other arguments."""

    def build(node: cst.CSTNode, spell: Spell) -> cst.CSTNode | None:
        if not isinstance(node, cst.Call):
            return None
        args = list(node.args)
        for edit in edits:
            args = edit(args)
        # What stood before the bracket stays there, but not after a comma that is gone.
        if args and isinstance(args[-1].comma, cst.Comma) and not node.args:
            args[-1] = args[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
        node = node.with_changes(args=args)
        if func is not None and name is not None:
            node = node.with_changes(func=cst.parse_expression(spell(name, func)))
        return node

    return build


def spelled(old: ast.expr, name: str, template: str = "{}") -> Build:
    """Write a qualified name under its new spelling."""

    def build(node: cst.CSTNode, spell: Spell) -> cst.CSTNode | None:
        return cst.parse_expression(template.format(spell(name, old)))

    return build


def method(name: str, *edits: Edit) -> Build:
    """Call another method of the same value."""

    def build(node: cst.CSTNode, spell: Spell) -> cst.CSTNode | None:
        if not isinstance(node, cst.Call) or not isinstance(node.func, cst.Attribute):
            return None
        args = list(node.args)
        for edit in edits:
            args = edit(args)
        func = node.func.with_changes(attr=cst.Name(name))
        return node.with_changes(func=func, args=args)

    return build


def attribute(name: str) -> Build:
    """Read another attribute of the same value."""

    def build(node: cst.CSTNode, spell: Spell) -> cst.CSTNode | None:
        if not isinstance(node, cst.Attribute):
            return None
        return node.with_changes(attr=cst.Name(name))

    return build


def bracketed(call: cst.Call, place: int) -> cst.BaseExpression:
    """Return an argument in the brackets of its call, with the space and the comments there."""
    arg = call.args[place]
    after = arg.comma.whitespace_after if isinstance(arg.comma, cst.Comma) else None
    return arg.value.with_changes(
        lpar=[cst.LeftParen(whitespace_after=call.whitespace_before_args)],
        rpar=[cst.RightParen(whitespace_before=after or arg.whitespace_after_arg)],
    )


def atom(node: cst.BaseExpression, tight: bool = True) -> cst.BaseExpression:
    """Return an expression that can stand anywhere: in brackets where it needs them."""
    text = code(node)
    if getattr(node, "lpar", ()):
        return node
    is_atom = isinstance(
        node,
        (cst.Name, cst.Attribute, cst.Call, cst.Subscript, cst.List, cst.Dict, cst.Set,
         cst.SimpleString, cst.FormattedString, cst.Float, cst.ListComp),
    )  # fmt: skip
    try:
        ast.parse(text, mode="eval")
    except SyntaxError:
        is_atom = tight = False
    needs = isinstance(node, (cst.NamedExpr, cst.Yield, cst.Lambda, cst.IfExp, cst.GeneratorExp))
    if is_atom or (not tight and not needs and "\n" not in text):
        return node
    return node.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
