"""Create: from values, from a rule, at random, like another.

Without `dtype=`, `tensor`, `full` and `arange` make int64 of whole numbers, float32 of
floats. `from_numpy`, `one_hot` and draws from distributions take no `dtype=`.
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
