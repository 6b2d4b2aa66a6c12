"""Functions: of each element: powers, angles, rounding, signs.
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
