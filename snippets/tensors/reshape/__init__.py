"""Reshape: another shape, the same numbers.

`view`, `squeeze`, `unsqueeze`, `permute`, `transpose` and `expand` move nothing: they
are views of the same memory. `reshape` and `flatten` copy only if they must. Swapping
dimensions is not reshaping: `permute` moves elements to other places, `reshape` keeps
their order.
"""

__all__ = [
    "squeeze",
    "unsqueeze",
    "view",
    "reshape",
    "flatten",
    "unflatten",
    "permute",
    "transpose",
    "matrix_transpose",
    "movedim",
    "contiguous",
    "expand_repeat",
    "repeat_interleave",
    "roll_flip",
    "numpy_names",
]
