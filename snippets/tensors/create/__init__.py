"""Create: from values, from a rule, at random, like another.

Without `dtype=`, whole numbers make int64 and floats make float32. Every call here
takes `dtype=` and `device=`, but for `from_numpy`, which keeps what the array has.
"""

__all__ = [
    "tensor",
    "from_numpy",
    "zeros_ones_full",
    "empty",
    "arange",
    "linspace",
    "eye",
    "one_hot",
    "rand_randn",
    "randint",
    "randperm",
    "distributions",
    "like",
    "new",
    "hamming_window",
]
