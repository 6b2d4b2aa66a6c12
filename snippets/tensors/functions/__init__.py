"""Functions: of each element: powers, angles, rounding, signs.

With a trailing underscore they work in place: `sqrt_`, `floor_`, `sin_`, `neg_`.
"""

__all__ = [
    "exponents",
    "logarithms",
    "trigonometric",
    "rounding",
    "division",
    "arithmetic",
    "signs",
    "erf_gamma",
    "bessel",
    "foreach",
    "safe_where",
]
