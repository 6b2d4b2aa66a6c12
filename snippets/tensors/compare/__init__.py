"""Compare: element by element, masks, bits, bins.

| You want | Write |
|---|---|
| a mask of an interval | [`(x > 1) & (x <= 3)`](#comparison) |
| masks together | [`a & b`, `~a`](#logical) |
| which elements are in a list | [`torch.isin(x, listed)`](#isin) |
| the larger of two tensors | [`torch.maximum(a, b)`](#minimum_maximum) |
| the bin of a value | [`torch.bucketize(x, edges)`](#searchsorted) |
| bits of integers | [`x & 4`, `x << 1`](#bitwise) |
"""

__all__ = [
    "comparison",
    "minimum_maximum",
    "logical",
    "bitwise",
    "isin",
    "searchsorted",
]
