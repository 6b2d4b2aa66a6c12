"""Linear algebra: factor, solve, multiply.

| You want | Write |
|---|---|
| the x that fits best | [`torch.linalg.lstsq(A, b)`](#lstsq) |
| one matrix, many right sides | [`torch.linalg.lu_factor(A)`](#lu) |
| a positive definite matrix | [`torch.linalg.cholesky(A)`](#cholesky) |
| orthonormal columns | [`torch.linalg.qr(A)`](#qr) |
| the first principal components | [`torch.pca_lowrank(x, q=2)`](#low_rank) |
| whether a matrix is nearly singular | [`torch.linalg.cond(A)`](#pinv_rank) |
| the logarithm of a determinant | [`A.logdet()`](#det) |
| a product over chosen dimensions | [`torch.tensordot(a, b, dims)`](#tensordot_kron) |
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
