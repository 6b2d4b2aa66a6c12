"""Functions: powers, angles, rounding, signs of each element.

With a trailing underscore most work in place: `sqrt_`, `floor_`, `sin_`, `neg_`.
Integers refuse those that give floats.

| You want | Write |
|---|---|
| powers and roots | [`x.pow(3)`, `x.sqrt()`](#exponents) |
| logarithms, near 0 too | [`x.log()`, `x.log1p()`](#logarithms) |
| whole numbers | [`x.round()`, `x.floor()`](#rounding) |
| quotient and remainder | [`x.div(2, rounding_mode="floor")`, `x % 2`](#division) |
| the angle of a point | [`torch.atan2(y, x)`](#trigonometric) |
| absolute values and signs | [`x.abs()`, `x.sign()`](#signs) |
| a gradient that stays finite under a mask | [`torch.where(x > 0, x, 1.0)`](#safe_where) |
| the distribution function of the normal | [`torch.special.ndtr(x)`](#erf_gamma) |
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
