"""Compare: element by element, masks, bits, bins.
"""

__all__ = [
    "comparison",
    "minimum_maximum",
    "logical",
    "bitwise",
    "isin",
    "searchsorted",
]
