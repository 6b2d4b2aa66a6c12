"""Reduce and rank: fewer numbers, or their order.

A reduction drops the dimension `dim`: with `dim=0` a (2, 3) tensor gives 3 numbers, one
a column. `keepdim=True` keeps it with size 1, so that the result broadcasts against the
input.
"""

__all__ = [
    "sum",
    "mean",
    "std_var",
    "max_min",
    "argmax",
    "topk",
    "sort",
    "argsort",
    "cumsum",
    "unique",
    "bincount",
    "any_all",
]
