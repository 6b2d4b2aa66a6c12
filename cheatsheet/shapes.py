"""The notation of shape claims: `(N, C)`, `(2, 3)`, `(N, C, H // 2)`, `(*, 5)`."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass

Dims = tuple[str, ...]

_DTYPES = (
    r"(?:float(?:8_\w+|16|32|64)|bfloat16|complex(?:32|64|128)|u?int(?:1|2|4|8|16|32|64)|bool"
    r"|object|q(?:u?int8|int32))"
)
_SHAPE = re.compile(rf"\((?P<dims>[^()]*)\)(?:\s+(?P<dtype>{_DTYPES})\b)?")


class ShapeSyntaxError(ValueError):
    """A shape claim that does not follow the notation."""


@dataclass(frozen=True)
class Shape:
    """A documented shape.

    Attributes:
        dims: One text a dimension: a number, a symbol, an expression of both, or `*` for any
            number of dimensions.
        dtype: The element type (`float32`), or None where only the shape is claimed.
    """

    dims: Dims
    dtype: str | None

    @property
    def dims_text(self) -> str:
        """The shape without the element type."""
        return f"({self.dims[0]},)" if len(self.dims) == 1 else f"({', '.join(self.dims)})"

    def __str__(self) -> str:
        """Return the shape as an entry writes it."""
        return f"{self.dims_text} {self.dtype}" if self.dtype else self.dims_text


@dataclass(frozen=True)
class Value:
    """What a run found under a name.

    Attributes:
        kind: The type's name, such as `Tensor`.
        shape: The sizes, or None for a value that has no shape.
        dtype: The element type without `torch.`, or None.
    """

    kind: str
    shape: tuple[int, ...] | None
    dtype: str | None

    def __str__(self) -> str:
        """Return the value as an entry would document it."""
        if self.shape is None:
            return f"a {self.kind} without a shape"
        return str(Shape(tuple(map(str, self.shape)), self.dtype))


def parse_shape(text: str) -> tuple[Shape, str]:
    """Read the shape that `text` starts with.

    Returns:
        The shape, and the text behind it.

    Raises:
        ShapeSyntaxError: `text` does not start with a shape.
    """
    match = _SHAPE.match(text.strip())
    if match is None:
        raise ShapeSyntaxError(f"expected a shape such as (N, C) float32, got {text.strip()!r}")
    dims = tuple(dim.strip() for dim in match["dims"].split(",") if dim.strip())
    for dim in dims:
        if dim != "*":
            _tree(dim)
    if dims.count("*") > 1:
        raise ShapeSyntaxError(f"a shape holds one * at most, got {match[0]!r}")
    return Shape(dims, match["dtype"]), text.strip()[match.end() :]


def parse_shape_comment(text: str) -> tuple[Shape, ...] | None:
    """Read a trailing comment that claims shapes: `# (2, 3)`, `# (2, 3), (2,) int64: why`.

    Returns:
        The shapes, or None for a comment that claims none.

    Raises:
        ShapeSyntaxError: The comment starts like a shape and is none.
    """
    rest = text.lstrip("#").strip()
    if not rest.startswith("("):
        return None
    shapes = []
    while True:
        shape, rest = parse_shape(rest)
        shapes.append(shape)
        if rest.startswith(", ("):
            rest = rest[2:]
        elif not rest or rest.startswith(": "):
            return tuple(shapes)
        else:
            raise ShapeSyntaxError(
                f"expected ', (…)' or ': words' after the shape, got {rest!r} in {text!r}"
            )


def _tree(dim: str) -> ast.expr:
    try:
        tree = ast.parse(dim, mode="eval").body
    except SyntaxError:
        raise ShapeSyntaxError(f"cannot read the dimension {dim!r}") from None
    allowed = (ast.Constant, ast.Name, ast.BinOp, ast.operator, ast.Load)
    for node in ast.walk(tree):
        if not isinstance(node, allowed):
            raise ShapeSyntaxError(f"a dimension is a number, a symbol or a sum, got {dim!r}")
        if isinstance(node, ast.Constant) and type(node.value) is not int:
            raise ShapeSyntaxError(f"a dimension is a whole number, got {dim!r}")
    return tree


def _size(dim: str, sizes: Mapping[str, int]) -> int | None:
    """Return the size of `dim`, or None while a symbol of it is unknown."""
    tree = _tree(dim)
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    if not names <= sizes.keys():
        return None
    value = eval(compile(ast.Expression(tree), dim, "eval"), {}, dict(sizes))
    return int(value) if value == int(value) else None


def _aligned(dims: Dims, shape: tuple[int, ...]) -> list[tuple[str, int]] | None:
    if "*" in dims:
        star = dims.index("*")
        behind = len(dims) - star - 1
        if len(shape) < star + behind:
            return None
        dims = dims[:star] + dims[star + 1 :]
        shape = shape[:star] + shape[len(shape) - behind :]
    return list(zip(dims, shape, strict=True)) if len(dims) == len(shape) else None


def bind_symbols(pairs: list[tuple[Shape, Value]]) -> dict[str, int]:
    """Give each symbol the size it has where it first stands alone."""
    sizes: dict[str, int] = {}
    for documented, found in pairs:
        for dim, size in _aligned(documented.dims, found.shape or ()) or ():
            if dim.isidentifier():
                sizes.setdefault(dim, size)
    return sizes


def difference(documented: Shape, found: Value, sizes: Mapping[str, int]) -> str | None:
    """Compare a documented shape with a value.

    Args:
        documented: The claim.
        found: What the run left.
        sizes: The size of each symbol of the entry.

    Returns:
        What differs, or None where the claim holds.
    """
    if found.shape is None:
        return f"documented {documented}, found {found}"
    pairs = _aligned(documented.dims, found.shape)
    if pairs is None:
        return f"documented {documented}, found {found}"
    for dim, size in pairs:
        expected = _size(dim, sizes)
        if expected is None:
            return f"documented {documented}: no other claim gives the symbols in {dim!r} a size"
        if expected != size:
            meaning = "" if dim.isdigit() else f" ({dim} is {expected})"
            return f"documented {documented}{meaning}, found {found}"
    if documented.dtype is not None and documented.dtype != found.dtype:
        return f"documented {documented}, found {found}"
    return None
