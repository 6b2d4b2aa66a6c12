"""Distributions: draw, rate, compare; generators.
"""

__all__ = [
    "normal",
    "categorical",
    "kl",
    "multivariate",
    "continuous",
    "counts",
    "transformed",
    "transforms",
    "mixture",
    "relaxed",
    "random_in_place",
    "random_functions",
    "generators",
]
