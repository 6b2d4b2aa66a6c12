"""Linear algebra: factor, solve, multiply.
"""

__all__ = [
    "det",
    "cholesky",
    "qr",
    "lstsq",
    "pinv_rank",
    "lu",
    "matrix_power",
    "vector_products",
    "addmm",
    "tensordot_kron",
    "low_rank",
]
