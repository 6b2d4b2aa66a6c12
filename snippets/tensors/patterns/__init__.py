"""Patterns: triangles, diagonals, grids, pairs.

| You want | Write |
|---|---|
| a causal mask | [`torch.ones(n, n, dtype=torch.bool).tril()`](#tril_triu) |
| the diagonal, or a matrix from one | [`x.diagonal()`, `v.diag()`](#diag) |
| coordinates of each pixel | [`torch.meshgrid(y, x, indexing="ij")`](#meshgrid) |
| every pair of two lists | [`torch.cartesian_prod(a, b)`](#meshgrid) |
"""

__all__ = [
    "tril_triu",
    "diag",
    "meshgrid",
]
